using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Tls;

namespace Validation.Server.Access.Sessions;

/// <summary>Adds the services by which people sign in on the pages.</summary>
internal static class SessionServices
{
    /// <exception cref="StartRefusedException">The certificate cannot be read, or has no RSA key.</exception>
    public static void AddSessions(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(provider => new SessionSecretStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<SessionSecrets>();
        services.AddSingleton<SessionDoor>();
        services.AddAuthentication()
            .AddCookie(SessionDoor.InPlain, cookie => Set(cookie, "validation-session", CookieSecurePolicy.None, options.Pages))
            .AddCookie(SessionDoor.OverTls, cookie => Set(cookie, "__Host-validation-session", CookieSecurePolicy.Always, options.Pages));
        // The same name on every server, wherever it is installed.
        var protection = services.AddDataProtection().SetApplicationName("validation-server");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = provider.GetRequiredService<SessionSecrets>()));
        if (options.Pages.Certificate.Path.Length > 0)
        {
            var certificate = CertificateFile.Read(options.Pages.Certificate).Certificate;
            if (certificate.GetRSAPrivateKey() is null)
            {
                throw new StartRefusedException(AccessTexts.SessionCertificateInvalid(options.Pages.Certificate.Path));
            }

            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
    }

    /// <summary>Takes out what would read the secrets while the server starts, and have it wait for a store that is out of reach. They are
    /// read at the first look at a page. To be called after all that protects data was added.</summary>
    public static void LoadSecretsLater(this IServiceCollection services)
    {
        var eager = services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly);
        foreach (var service in eager.ToList())
        {
            services.Remove(service);
        }
    }

    private static void Set(CookieAuthenticationOptions cookie, string name, CookieSecurePolicy secure, PagesOptions pages)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = secure;
        cookie.ExpireTimeSpan = pages.SessionTime;
        cookie.SlidingExpiration = false;
    }
}
