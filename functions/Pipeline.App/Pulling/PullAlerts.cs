using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Pulling;

/// <summary>Kinds of alerts about files that are fetched or dropped.</summary>
internal static class PullAlerts
{
    /// <summary>A file could not be fetched. Subject: source and file.</summary>
    public const string Failed = "pull-failed";

    /// <summary>What was fetched is no file of its source. Subject: source and file.</summary>
    public const string Drift = "source-drift";

    /// <summary>A publisher has gone back to bytes that it had replaced. Subject: source and file.</summary>
    public const string Reverted = "source-reverted";

    /// <summary>A source has brought nothing new for longer than it should. Subject: source.</summary>
    public const string Late = "source-late";

    /// <summary>A dropped file is no file of any source. Subject: name of the file.</summary>
    public const string InboxRefused = "inbox-refused";

    /// <summary>Subject of an alert about a target.</summary>
    public static string Subject(PullTarget target) => target.ToString();

    /// <summary>
    /// Subject of an alert about a dropped file: its label. Where the dropped name was another, eight digits of its hash tell files of the
    /// same label apart.
    /// </summary>
    public static string Subject(InboxFile file)
    {
        string label = FileLabel.Of(file.Name);
        return label == file.Name ? label : $"{label} ({Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Name)))[..8]})";
    }

    /// <summary>Days in words for an alert, without culture.</summary>
    public static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
