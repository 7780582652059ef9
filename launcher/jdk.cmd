rem Sets jdk to the first Java of the wanted version or newer that has bin\%tool%. Versions are read
rem from the `release` file; no JVM is started.
set "newest=0"
if not defined MINIHOST_JAVA_HOME goto search
call :try "%MINIHOST_JAVA_HOME%"
if defined jdk exit /b 0
echo minihost: MINIHOST_JAVA_HOME=%MINIHOST_JAVA_HOME% is not a JDK %wanted% or newer; point it at one, or unset it to let the launcher search. 1>&2
exit /b 1

:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
for %%r in (
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks"
) do call :each "%%~r" "."
call :each "%USERPROFILE%\scoop\apps" "current"
if defined jdk exit /b 0
set "found="
if not "%newest%"=="0" set "found= and found only Java %newest%"
echo minihost: needs Java %wanted% or newer%found%: install a JDK %wanted% (such as Eclipse Temurin), or point MINIHOST_JAVA_HOME or JAVA_HOME at one. 1>&2
exit /b 1

:each
for /d %%d in ("%~1\*") do call :try "%%~d\%~2"
exit /b 0

:try
if defined jdk exit /b 0
if not exist "%~1\bin\%tool%" exit /b 0
if not exist "%~1\release" exit /b 0
set "feature="
for /f "usebackq tokens=1,2 delims==" %%n in ("%~1\release") do if "%%n"=="JAVA_VERSION" set "feature=%%~o"
for /f "delims=.-+" %%f in ("%feature%") do set "feature=%%f"
if not defined feature exit /b 0
if %feature% GEQ %wanted% set "jdk=%~f1"
if %feature% GTR %newest% set "newest=%feature%"
exit /b 0
