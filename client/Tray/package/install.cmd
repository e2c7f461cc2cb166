@echo off
rem Installs for the current user; no rights of an administrator are needed. Options may follow: install.cmd --server https://10.0.0.8:5081
start "" /wait "%~dp0validation-tray.exe" --install %*
exit /b %errorlevel%
