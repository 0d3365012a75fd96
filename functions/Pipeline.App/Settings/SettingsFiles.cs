namespace Pipeline.App.Settings;

/// <summary>Where settings come from: <c>local.settings.json</c> in the form of the Functions tools, and environment variables on top.</summary>
internal static class SettingsFiles
{
    private const string LocalFile = "local.settings.json";

    /// <summary>Loads the settings.</summary>
    /// <param name="folder">Folder in which a local file may stand.</param>
    public static PipelineSettings Load(string folder)
    {
        IConfigurationRoot local = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, LocalFile), optional: true, reloadOnChange: false).Build();
        // The Functions tools keep settings as flat names under Values, with two underscores between section and name.
        Dictionary<string, string?> values = local.GetSection("Values").GetChildren()
            .ToDictionary(child => child.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), child => child.Value, StringComparer.OrdinalIgnoreCase);
        return PipelineSettings.Load(new ConfigurationBuilder().AddInMemoryCollection(values).AddEnvironmentVariables().Build());
    }
}
