using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.App.Settings;

/// <summary>
/// Settings of the program: a file <c>local.settings.json</c> on a developer's machine, environment variables on top
/// (<c>Pipeline__OfficeNameJa=…</c>). A setting under our section that is not known is an error: a misspelt one must not be ignored.
/// </summary>
internal sealed record PipelineSettings
{
    /// <summary>Section of our own settings.</summary>
    public const string Section = "Pipeline";

    /// <summary>The storage account; the emulator unless set.</summary>
    public StorageSettings Storage { get; init; } = StorageSettings.Emulator;

    /// <summary>Office that issues the briefings, in Japanese.</summary>
    public string OfficeNameJa { get; init; } = "重要鉱物担当課";

    /// <summary>Office that issues the briefings, in English.</summary>
    public string OfficeNameEn { get; init; } = "Critical minerals office";


    /// <summary>Steps that run side by side, 1 to 32; none takes the number of processors.</summary>
    public int? MaximumParallelSteps { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A setting is unknown or malformed.</exception>
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

        return settings;
    }


    /// <summary>Names of our settings.</summary>
    public static IReadOnlyList<string> Known { get; } = [nameof(OfficeNameJa), nameof(OfficeNameEn), nameof(MaximumParallelSteps)];

    private static PipelineSettings Apply(PipelineSettings settings, string key, string? value) => key switch
    {
        nameof(OfficeNameJa) => settings with { OfficeNameJa = Text(key, value) },
        nameof(OfficeNameEn) => settings with { OfficeNameEn = Text(key, value) },
        nameof(MaximumParallelSteps) => settings with
        {
            MaximumParallelSteps = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int steps) && steps is >= 1 and <= 32
                ? steps
                : throw new SettingException(new Fault("settings", $"{Section}:{key}", "a whole number from 1 to 32", Quote(value), "mend the setting")),
        },
        _ => throw new SettingException(new Fault(
            "settings", $"{Section}:{key}", "one of " + string.Join(", ", Known), "an unknown setting", $"remove or rename it{NearestName.Question(key, Known).TrimEnd('.')}")),
    };

    private static string Text(string key, string? value) => Present(value)
        ?? throw new SettingException(new Fault("settings", $"{Section}:{key}", "a text", "nothing", "give it a value or remove it"));

    private static string? Present(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string Quote(string? value) => value is null ? "nothing" : $"'{value}'";
}

/// <summary>A setting is unknown or malformed.</summary>
internal sealed class SettingException(Fault fault) : PipelineException(fault);
