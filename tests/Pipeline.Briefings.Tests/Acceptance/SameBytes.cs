using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>The bytes of a file follow from its content: not from zone, culture, process or load.</summary>
internal static class SameBytes
{
    private static readonly (string Zone, string Locale)[] Surroundings = [("Asia/Tokyo", "ja_JP.UTF-8"), ("America/St_Johns", "de_DE.UTF-8")];

    /// <summary>A culture with everything changed that could get into a number or a date.</summary>
    public static CultureInfo OddCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = "|";
        culture.DateTimeFormat.TimeSeparator = "|";
        return culture;
    }

    /// <summary>Renders once plainly, once under another culture, and eight times at once.</summary>
    public static void RequireInOneProcess(Func<byte[]> render)
    {
        var expected = Hash(render());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = OddCulture();
            Assert.Equal(expected, Hash(render()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        var hashes = new string[8];
        var threads = hashes.Select((_, i) => new Thread(() => hashes[i] = Hash(render()))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(hashes, hash => Assert.Equal(expected, hash));
    }

    /// <summary>Runs a program twice, in two zones and locales, and compares all files it leaves.</summary>
    /// <param name="start">Makes the call that renders into the given folder.</param>
    public static void RequireInTwoProcesses(Func<string, ProcessStartInfo> start)
    {
        var runs = Surroundings.Select(surrounding =>
        {
            var folder = Directory.CreateTempSubdirectory("briefings-");
            try
            {
                var call = start(folder.FullName);
                (call.RedirectStandardOutput, call.RedirectStandardError) = (true, true);
                (call.Environment["TZ"], call.Environment["LC_ALL"]) = surrounding;
                var outcome = Tool.Run(call);
                Assert.True(outcome.ExitCode == 0, outcome.Errors);
                return folder.GetFiles("*.pdf", SearchOption.AllDirectories).OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => $"{file.Name} {Hash(File.ReadAllBytes(file.FullName))}").ToList();
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }).ToList();
        Assert.NotEmpty(runs[0]);
        Assert.Equal(runs[0], runs[1]);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
