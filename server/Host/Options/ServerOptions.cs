
namespace Validation.Server.Options;

/// <summary>What an administrator may configure: section "Validation" of appsettings.json, environment variables that begin with
/// VALIDATION__, command line (--Validation:Name=value). Checked at start: a server with wrong options does not start.</summary>
public sealed class ServerOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Validation";

    /// <summary>Where gRPC is served, over HTTP/2. Without a certificate only a loopback address is accepted, unless
    /// <see cref="TrustedProxies"/> are named.
    /// Defaults to http://127.0.0.1:5081.</summary>
    public string GrpcUrl { get; set; } = "http://127.0.0.1:5081";

    /// <summary>Where JSON over HTTP and the pages are served, over HTTP/1.1. An https address uses the certificate; an http address must
    /// be a loopback one, unless <see cref="TrustedProxies"/> are named. Defaults to http://127.0.0.1:5080.</summary>
    public string WebUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Names, beside localhost, by which browsers and programs may ask for the pages and the JSON interface where these are served
    /// on a loopback address. What comes through a proxy is not concerned. Defaults to none.</summary>
    public IList<string> Hosts { get; set; } = [];

    /// <summary>The certificate that the gRPC port speaks TLS with; it then serves HTTP/1.1 too. A changed file is taken up without a
    /// restart. Defaults to none: no TLS.</summary>
    public CertificateOptions Certificate { get; set; } = new();

    /// <summary>Whether clients show a certificate where the server speaks TLS. Defaults to no.</summary>
    public ClientCertificateOptions ClientCertificates { get; set; } = new();

    /// <summary>Bytes of one document. 1 to 1,073,741,824. Defaults to 33,554,432 (32 MiB).</summary>
    public int DocumentBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Bytes of one gRPC message, and so of a document that comes with Validate. Messages of ValidateStream may be larger:
    /// <see cref="DocumentBytes"/> and 64 KiB. 1,024 to 1,073,741,824. Defaults to 4,194,304 (4 MiB).</summary>
    public int MessageBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one reply to a document: first the report is left out of one that would be larger, then the last findings.
    /// 16,384 to 1,073,741,824. Defaults to 4,194,304 (4 MiB), which gRPC clients take unless told otherwise.</summary>
    public int ReplyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes that the unfinished documents of one ValidateStream call may hold together. At least <see cref="DocumentBytes"/>.
    /// Defaults to 67,108,864 (64 MiB).</summary>
    public int UnfinishedBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Documents that one ValidateStream call may have unfinished at a time. 1 to 100,000. Defaults to 1,000.</summary>
    public int UnfinishedDocuments { get; set; } = 1_000;

    /// <summary>Bytes that documents may take on the whole server while they are received, wait and are checked. One principal may hold as
    /// much as is left for all others. 0, or at least twice <see cref="DocumentBytes"/>. Defaults to 0: 128 MiB, or four times
    /// <see cref="DocumentBytes"/> if that is more.</summary>
    public long HeldBytes { get; set; }

    /// <summary>What every document must come with: bytes per second, after <see cref="UploadGrace"/>. 1 to 1,073,741,824.
    /// Defaults to 32,768.</summary>
    public int UploadBytesPerSecond { get; set; } = 32 * 1024;

    /// <summary>Time that every document or message gets on its way, however small. 100 ms to 10 minutes. Defaults to 15 seconds.</summary>
    public TimeSpan UploadGrace { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a ValidateStream call with an unfinished document may be silent. A call without one may be silent for ever.
    /// 100 ms to 1 hour. Defaults to 1 minute.</summary>
    public TimeSpan UnfinishedTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Connections to the server. One address may have as many as are left for all others. 10 to 1,000,000.
    /// Defaults to 10,000.</summary>
    public int Connections { get; set; } = 10_000;

    /// <summary>ValidateStream calls at a time. One principal may have as many as are left for all others. 10 to 1,000,000.
    /// Defaults to 2,000.</summary>
    public int Batches { get; set; } = 2_000;

    /// <summary>Small documents that are checked at the same time. Half as many large ones, at least one, are checked beside them with low
    /// priority. 1 to 1,024. Defaults to the number of processor cores.</summary>
    public int ConcurrentDocuments { get; set; } = Environment.ProcessorCount;

    /// <summary>Documents sent with Validate that may wait for their turn. One principal may have as many waiting as are left for all
    /// others; further ones are refused with RESOURCE_EXHAUSTED, or with UNAVAILABLE when others have taken all. 0 to 100,000.
    /// Defaults to 4,096. Documents of a ValidateStream call wait without being counted: the server reads on only when it has
    /// room.</summary>
    public int QueuedDocuments { get; set; } = 4_096;

    /// <summary>What one principal may ask of the server.</summary>
    public PerPrincipalOptions PerPrincipal { get; set; } = new();

    /// <summary>Time to read and check one document; then the reply is NOT_DECIDED, TIMED_OUT. 1 ms to 1 hour. Defaults to 10 seconds
    /// ("00:00:10").</summary>
    public TimeSpan DocumentTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time that running checks get when the server shuts down. 0 to 3 seconds, so that the process is gone within 5.
    /// Defaults to 2 seconds.</summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a server that is told to stop still takes work while it says that it takes none, so that whoever shares out the
    /// work hears of it before the first call is refused: a little longer than the time between two looks at /readyz. 0 to 2 minutes.
    /// Defaults to 0: there is nobody to hear.</summary>
    public TimeSpan DrainDelay { get; set; } = TimeSpan.Zero;

    /// <summary>Where the server keeps its files, absolute or relative to the program. Defaults to empty: the folder that systemd gives
    /// (STATE_DIRECTORY); else "data" beside the program, where that can be written; else "validation-server" in the local application
    /// data of the account that the server runs as. Servers that share a store may not share a folder across machines.</summary>
    public string DataFolder { get; set; } = "";

    /// <summary>The connection string of a PostgreSQL database, for several servers with the same rules. The password is better given in
    /// the environment (PGPASSWORD). Defaults to empty: SQLite, in the data folder.</summary>
    public string Database { get; set; } = "";

    /// <summary>Keys that stand in the configuration: their holders may publish, write rules and read the records. Further keys are made
    /// while the server runs. Defaults to none.</summary>
    public IList<AdministratorOptions> Administrators { get; set; } = [];

    /// <summary>Whether drafts may be checked, and the rules in force read, without a key or a client certificate. Defaults to null, not
    /// decided: they may, as before there were keys, and the log and the status ask the administrator to decide.</summary>
    public bool? AnonymousValidate { get; set; }

    /// <summary>Whether a change of the rules takes two people: the first one's is a proposal, which another one confirms who publishes the
    /// same. Defaults to false.</summary>
    public bool SecondPerson { get; set; }

    /// <summary>How long it is kept who did what and what was refused (audit entries, refused attempts to publish). 0, or 1 day to 100
    /// years. Defaults to 1,095 days; 0: for ever. What was published is kept for ever.</summary>
    public TimeSpan AuditTime { get; set; } = TimeSpan.FromDays(1_095);

    /// <summary>Addresses or networks, such as "10.0.0.5" or "10.1.0.0/16", of proxies that take TLS off: they may connect in plain from
    /// other machines, and the address and scheme that they forward (X-Forwarded-For, X-Forwarded-Proto) count. Where this is set, nobody
    /// else may connect in plain. Defaults to none: forwarded headers are ignored, and only loopback addresses are served in
    /// plain.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>The pages for people on the web port.</summary>
    public PagesOptions Pages { get; set; } = new();

    /// <summary>What others may see of the server's work. Defaults to nothing.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>How often a client that watches the rules gets a sign of life. 100 ms to 30 seconds: clients give up after 45 seconds of
    /// silence. Defaults to 15 seconds.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);
}
