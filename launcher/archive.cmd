rem Sets archive to the JVM options for the start-up archive when there is one, else starts making it
rem in the background. Its name: the clone's folder, the Java, the jars' sizes, the host jar's time.
for %%j in ("%jar%") do set "key=%%~tj"
set "key=%key:/=-%"
set "key=%key::=.%"
set "key=%key: =_%"
set "size=0"
for %%j in ("%tree%\lib\*.jar") do set /a size+=%%~zj
for /f "usebackq tokens=1,2 delims==" %%n in ("%jdk%\release") do if "%%n"=="JAVA_RUNTIME_VERSION" set "key=%%~o_%key%"
set "folder=%home:\=-%"
set "folder=%LOCALAPPDATA%\minihost\archive\%folder::=%"
set "jsa=%folder%\%size%_%key%.jsa"
if exist "%jsa%" goto use
if exist "%jsa%.failed" if /i not "%MINIHOST_CDS%"=="now" exit /b 0
if /i "%MINIHOST_CDS%"=="now" (
  call "%home%\launcher\archive-job.cmd" <nul >nul 2>nul
) else (
  start "" /b /low cmd /c "%home%\launcher\archive-job.cmd" <nul >nul 2>nul
)
if not exist "%jsa%" exit /b 0
:use
set archive="-XX:SharedArchiveFile=%jsa%" -Xlog:disable
exit /b 0
