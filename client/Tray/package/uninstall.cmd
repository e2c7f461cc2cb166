@echo off
rem Removes the program with its settings, reports and log. Drafts stay as they are.
start "" /wait "%~dp0validation-tray.exe" --uninstall
exit /b %errorlevel%
