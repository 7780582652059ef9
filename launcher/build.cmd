rem Builds the runnable tree when its sources are not those of its last build. A copy of them lies in
rem the tree: robocopy compares the two by size and time, where Windows has no `find -newer`.
set "sources=/MIR /XD "%home%\.git" "%home%\docs" "%home%\bench" "%home%\demo-miniprogram" "%home%\.minihost" target test /XF *.md /NJH /NJS /NFL /NDL /NC /NS /NP /R:0"
if not exist "%tree%\built" goto lock
robocopy "%home%" "%tree%\sources" /L %sources% >nul
if not errorlevel 1 exit /b 0

:lock
set "lock=%home%\target\minihost-build.lock"
if not exist "%home%\target" mkdir "%home%\target"
set "tries=0"
:again
rem mkdir tells of its failure only, so what was there is cleared.
cmd /c exit 0
mkdir "%lock%" 2>nul
if not errorlevel 1 goto build
set /a tries+=1
if %tries%==1 echo minihost: waiting for another build... 1>&2
ping -n 2 127.0.0.1 >nul
if exist "%lock%" if %tries% LSS 600 goto again
rem The other build is done, or was killed ten minutes ago.
rmdir "%lock%" 2>nul
if %tries% LSS 600 if exist "%tree%\built" exit /b 0
goto again

:build
setlocal
set "jdk="
set "tool=javac.exe"
call "%home%\launcher\jdk.cmd"
if not defined jdk (
  rmdir "%lock%"
  exit /b 69
)
where mvn >nul 2>nul
if errorlevel 1 (
  echo minihost: needs Maven to build itself and found no mvn on the PATH; install it. 1>&2
  rmdir "%lock%"
  exit /b 69
)
set "occasion=first run, about a minute"
if exist "%tree%\built" set "occasion=sources changed"
echo minihost: building (%occasion%)... 1>&2
set "JAVA_HOME=%jdk%"
set "log=%home%\target\minihost-build.log"
robocopy "%home%" "%home%\target\minihost-sources" %sources% >nul
pushd "%home%"
call mvn -q -B -Dmaven.test.skip=true package >"%log%" 2>&1
set "failed=%errorlevel%"
popd
if "%failed%"=="0" robocopy "%home%\target\minihost-sources" "%tree%\sources" /MIR /NJH /NJS /NFL /NDL /NP >nul
rmdir "%lock%"
if "%failed%"=="0" exit /b 0
echo minihost: the build failed; its log is %log%: 1>&2
findstr /c:"[ERROR]" "%log%" 1>&2
exit /b 70
