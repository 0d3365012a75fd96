using System.Globalization;
using Pipeline.Domain;
using Pipeline.Sources;

namespace Pipeline.App.Settings;

/// <summary>
/// Settings of the program: a file <c>local.settings.json</c> on a developer's machine, environment variables on top
/// (<c>Pipeline__OfficeNameJa=…</c>). A setting under our section that is not known is an error: a misspelt one must not be ignored.
/// </summary>
internal sealed record PipelineSettings
{
    /// <summary>Section of our own settings.</summary>
    public const string Section = "Pipeline";

    private const int MostPerMinute = 1_000_000;

    /// <summary>The storage account; the emulator unless set.</summary>
    public StorageSettings Storage { get; init; } = StorageSettings.Emulator;

    /// <summary>Office that issues the briefings, in Japanese.</summary>
    public string OfficeNameJa { get; init; } = "重要鉱物担当課";

    /// <summary>Office that issues the briefings, in English.</summary>
    public string OfficeNameEn { get; init; } = "Critical minerals office";

    /// <summary>Address under which callers reach the API, to which the notes of briefings lead; none prints the paths without it.</summary>
    public Uri? ApiAddress { get; init; }

    /// <summary>Steps that run side by side, 1 to 32; none takes the number of processors.</summary>
    public int? MaximumParallelSteps { get; init; }

    /// <summary>Steps that run side by side in this process.</summary>
    public int ParallelSteps => MaximumParallelSteps ?? Environment.ProcessorCount;

    /// <summary>Seconds after which the work of a process that gives no sign of life may be taken over, 1 to 3600.</summary>
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>The same as a duration.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
    /// <summary>Addresses of the trade statistics; with none they are not pulled.</summary>
    public IReadOnlyList<PullAddress> TradeStatisticsAddresses { get; init; } = [];

    /// <summary>Addresses of the mineral summaries; with none they are not pulled.</summary>
    public IReadOnlyList<PullAddress> MineralSummariesAddresses { get; init; } = [];

    /// <summary>Addresses of the commodity prices; with none they are not pulled.</summary>
    public IReadOnlyList<PullAddress> CommodityPricesAddresses { get; init; } = [];

    /// <summary>Addresses of the governance indicators; with none they are not pulled.</summary>
    public IReadOnlyList<PullAddress> GovernanceAddresses { get; init; } = [];

    /// <summary>Hosts that may be asked, at these addresses and wherever they redirect to; nothing else is.</summary>
    public PublisherHosts PublisherHosts { get; init; } = PublisherHosts.None;

    /// <summary>Directory service whose tokens are believed; none lets nobody sign in with a token.</summary>
    public Uri? SignInAuthority { get; init; }

    /// <summary>Tenant whose tokens are believed.</summary>
    public string? SignInTenant { get; init; }

    /// <summary>Audiences that a token may be meant for.</summary>
    public IReadOnlyList<string> SignInAudiences { get; init; } = [];

    /// <summary>The three settings of sign-in together, or none.</summary>
    /// <exception cref="SettingException">Only some of them are given.</exception>
    public SignInSettings? SignIn => SignInSettings.Of(SignInAuthority, SignInTenant, SignInAudiences);

    /// <summary>Origins of portals whose pages may read answers.</summary>
    public IReadOnlyList<string> PortalOrigins { get; init; } = [];

    /// <summary>Requests that one caller may send in a minute, 1 to 1,000,000; none takes the usual limit where callers sign in, and no limit where they do not.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Megabytes that one caller may be sent in a minute, 1 to 1,000,000; none as for requests.</summary>
    public int? MegabytesPerMinute { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A setting is unknown or malformed, or half of sign-in is given.</exception>
    public static PipelineSettings Load(IConfiguration configuration)
    {
        PipelineSettings settings = new()
        {
            Storage = StorageSettings.Load(configuration),
        };
        foreach (IConfigurationSection entry in configuration.GetSection(Section).GetChildren().OrderBy(child => child.Key, StringComparer.Ordinal))
        {
            settings = Apply(settings, entry.Key, entry.Value);
        }

        // Half of sign-in is refused before anything starts.
        _ = settings.SignIn;
        return settings;
    }


    /// <summary>Names of our settings.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        nameof(OfficeNameJa), nameof(OfficeNameEn), nameof(ApiAddress), nameof(MaximumParallelSteps), nameof(LeaseSeconds),
        nameof(TradeStatisticsAddresses), nameof(MineralSummariesAddresses), nameof(CommodityPricesAddresses), nameof(GovernanceAddresses),
        nameof(PublisherHosts), nameof(SignInAuthority), nameof(SignInTenant), nameof(SignInAudiences), nameof(PortalOrigins),
        nameof(RequestsPerMinute), nameof(MegabytesPerMinute),
    ];

    private static PipelineSettings Apply(PipelineSettings settings, string key, string? value) => key switch
    {
        nameof(OfficeNameJa) => settings with { OfficeNameJa = Text(key, value) },
        nameof(OfficeNameEn) => settings with { OfficeNameEn = Text(key, value) },
        nameof(ApiAddress) => settings with { ApiAddress = Address(key, value) },
        nameof(MaximumParallelSteps) => settings with { MaximumParallelSteps = Whole(key, value, 32) },
        nameof(LeaseSeconds) => settings with { LeaseSeconds = Whole(key, value, 3600) },
        nameof(TradeStatisticsAddresses) => settings with { TradeStatisticsAddresses = Addresses(key, value) },
        nameof(MineralSummariesAddresses) => settings with { MineralSummariesAddresses = Addresses(key, value) },
        nameof(CommodityPricesAddresses) => settings with { CommodityPricesAddresses = Addresses(key, value) },
        nameof(GovernanceAddresses) => settings with { GovernanceAddresses = Addresses(key, value) },
        nameof(PublisherHosts) => settings with { PublisherHosts = Listed(key, value, PublisherHosts.Parse) },
        nameof(SignInAuthority) => settings with { SignInAuthority = Present(value) is { } authority ? SignInSettings.ParseAuthority(key, authority.Trim()) : null },
        nameof(SignInTenant) => settings with { SignInTenant = Present(value) is { } tenant ? SignInSettings.ParseTenant(key, tenant.Trim()) : null },
        nameof(SignInAudiences) => settings with { SignInAudiences = Listed(key, value, parts => parts) },
        nameof(PortalOrigins) => settings with { PortalOrigins = Listed<string[]>(key, value, parts => [.. parts.Select(part => PortalOrigin.Parse(key, part))]) },
        nameof(RequestsPerMinute) => settings with { RequestsPerMinute = Present(value) is null ? null : Whole(key, value, MostPerMinute) },
        nameof(MegabytesPerMinute) => settings with { MegabytesPerMinute = Present(value) is null ? null : Whole(key, value, MostPerMinute) },
        _ => throw new SettingException(new Fault(
            "settings", $"{Section}:{key}", "one of " + string.Join(", ", Known), "an unknown setting", $"remove or rename it{NearestName.Question(key, Known).TrimEnd('.')}")),
    };

    private static int Whole(string key, string? value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new SettingException(new Fault("settings", $"{Section}:{key}", FormattableString.Invariant($"a whole number from 1 to {most}"), Quote(value), "mend the setting"));

    /// <summary>An address of our own API. It is printed, so it may hold nothing but scheme, host, port and path; in clear only on this machine.</summary>
    private static Uri? Address(string key, string? value)
    {
        if (Present(value) is not { } text) return null;
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { UserInfo: "", Query: "", Fragment: "" }
                ? address
                : throw new SettingException(new Fault(
                    "settings", $"{Section}:{key}", "an address with https, or with http on this machine, without user, query or fragment", value is null ? "nothing" : "something else", "mend the setting or leave it empty"));
    }

    private static PullAddress[] Addresses(string key, string? value) => Listed<PullAddress[]>(key, value, parts => [.. parts.Select(PullAddress.Parse)]);

    /// <summary>A list of entries apart by blanks, line ends or semicolons; empty when there is nothing.</summary>
    private static T Listed<T>(string key, string? value, Func<string[], T> parse)
    {
        try
        {
            return parse((value ?? string.Empty).Split([' ', '\t', '\r', '\n', ';'], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (PublisherAddressException refusal)
        {
            throw new SettingException(refusal.Fault with { Source = "settings", Place = $"{Section}:{key}" });
        }
    }

    private static string Text(string key, string? value) => Present(value)
        ?? throw new SettingException(new Fault("settings", $"{Section}:{key}", "a text", "nothing", "give it a value or remove it"));

    private static string? Present(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string Quote(string? value) => value is null ? "nothing" : $"'{value}'";
}

/// <summary>A setting is unknown or malformed.</summary>
internal sealed class SettingException(Fault fault) : PipelineException(fault);
