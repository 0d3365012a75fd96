using System.Text.RegularExpressions;

namespace Pipeline.App.Tests.Portal.Browsing;

/// <summary>The pages of the portal as a reader finds them: from the first page on, link by link.</summary>
internal static partial class PortalPages
{
    /// <summary>Pages of one kind that are looked at; the others differ in their figures alone.</summary>
    private const int OfOneKind = 2;

    /// <summary>Addresses of pages, two of each kind, in the order in which they are found.</summary>
    /// <param name="client">Reads pages.</param>
    /// <param name="language">Language of all links that are followed.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(HttpClient client, string language)
    {
        Dictionary<string, int> kinds = new(StringComparer.Ordinal);
        List<string> found = [];
        Queue<string> next = new([$"/api/portal?lang={language}"]);
        HashSet<string> seen = [.. next];
        while (next.TryDequeue(out string? address))
        {
            string kind = Kind(address);
            if (kinds.GetValueOrDefault(kind) >= OfOneKind)
            {
                continue;
            }

            using HttpResponseMessage answer = await client.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            found.Add(address);
            foreach (Match link in Links().Matches(await answer.Content.ReadAsStringAsync()))
            {
                string target = link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal).Split('#')[0];
                if (target.Contains($"lang={language}", StringComparison.Ordinal) && seen.Add(target))
                {
                    next.Enqueue(target);
                }
            }
        }

        return found;
    }

    /// <summary>What two addresses of pages of one kind have in common: names of minerals, numbers and identifiers left out.</summary>
    private static string Kind(string address) => string.Join('/', address.Split('?')[0].Split('/').Take(4)) + "?" + string.Join('&', address.Split('?').ElementAtOrDefault(1)?.Split('&').Select(part => part.Split('=')[0]) ?? []);

    [GeneratedRegex("href=\"(/api/(?:portal|docs)[^\"]*)\"")]
    private static partial Regex Links();
}
