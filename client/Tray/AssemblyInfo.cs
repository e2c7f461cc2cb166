using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("windows10.0")]
