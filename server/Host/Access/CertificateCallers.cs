using System.Security.Cryptography.X509Certificates;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Wording;

namespace Validation.Server.Access;

/// <summary>The roles of the holders of client certificates. TLS has verified the certificate; here its subject decides. Immutable and
/// thread-safe.</summary>
internal sealed class CertificateCallers
{
    private readonly Roles _others;
    private readonly Dictionary<string, (string Name, Roles Roles)> _subjects;

    private CertificateCallers(Roles others, Dictionary<string, (string Name, Roles Roles)> subjects)
    {
        _others = others;
        _subjects = subjects;
    }

    /// <summary>Reads from the configuration which certificates have which roles.</summary>
    /// <exception cref="StartRefusedException">It names what is no role, or no subject.</exception>
    public static CertificateCallers Read(ClientCertificateOptions options)
    {
        var subjects = new Dictionary<string, (string, Roles)>(StringComparer.Ordinal);
        for (var number = 0; number < options.Subjects.Count; number++)
        {
            var one = options.Subjects[number];
            var setting = $"{nameof(ServerOptions.ClientCertificates)}:{nameof(options.Subjects)}:{number}";
            if (Canonical(one.Subject) is not { } subject || one.Name.Trim().Length == 0
                || !subjects.TryAdd(subject, (one.Name.Trim(), RolesOf(setting, one.Roles))))
            {
                throw new StartRefusedException(AccessTexts.SubjectInvalid(setting));
            }
        }

        var others = options.Roles.Count == 0
            ? Roles.Checking
            : RolesOf($"{nameof(ServerOptions.ClientCertificates)}:{nameof(options.Roles)}", options.Roles);
        return new CertificateCallers(others, subjects);
    }

    /// <summary>The caller for a certificate that TLS has verified.</summary>
    public Caller Of(X509Certificate2 certificate)
    {
        var principal = new Principal(PrincipalKind.Certificate, certificate.Subject);
        var subject = certificate.SubjectName.Decode(X500DistinguishedNameFlags.None);
        return _subjects.TryGetValue(subject, out var known)
            ? new Caller(principal, known.Name, known.Roles)
            : new Caller(principal, OneLine.Of(certificate.Subject), _others);
    }

    /// <summary>A subject in the spelling of certificates. Null: the text is no subject.</summary>
    private static string? Canonical(string subject)
    {
        try
        {
            return subject.Trim().Length == 0
                ? null
                : new X500DistinguishedName(subject).Decode(X500DistinguishedNameFlags.None);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static Roles RolesOf(string setting, IList<string> words)
    {
        var roles = Roles.None;
        foreach (var word in words)
        {
            // "none" says on purpose that there are no roles, where an empty list stands for the default.
            if (!RoleWords.TryWord(word, out var role) && word != "none")
            {
                throw new StartRefusedException(AccessTexts.RoleInvalid(setting, word));
            }

            roles |= role;
        }

        return roles;
    }
}
