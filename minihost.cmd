@echo off
rem Starts minihost on Windows: finds a JDK, builds when the sources differ from what is built, uses
rem the start-up archive. The settings are those of the POSIX launcher beside this file; --jit is
rem recognized as the first argument only, and says that it is not possible here.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "tree=%home%\host\target\minihost"
set "wanted=25"
set "jdk="
set "tool=java.exe"
call "%home%\launcher\jdk.cmd"
if not defined jdk exit /b 69

call "%home%\launcher\build.cmd"
if errorlevel 1 exit /b %errorlevel%
set "jar=%tree%\lib\minihost.jar"

set "flags=--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx1g -XX:TieredStopAtLevel=1"
set "archive="
if /i not "%MINIHOST_CDS%"=="off" if defined LOCALAPPDATA call "%home%\launcher\archive.cmd"

if "%~1"=="--jit" goto jit
"%jdk%\bin\java.exe" %flags% %archive% %MINIHOST_JAVA_OPTS% "-Dminihost.home=%home%" -cp "%jar%" minihost.cli.Main %*
exit /b %errorlevel%

:jit
echo minihost: --jit is not possible: not supported on Windows; running interpreted 1>&2
for /f "tokens=1,*" %%a in ("%*") do "%jdk%\bin\java.exe" %flags% %archive% %MINIHOST_JAVA_OPTS% "-Dminihost.home=%home%" -cp "%jar%" minihost.cli.Main %%b
exit /b %errorlevel%
