using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Killing;

/// <summary>Every file of a published vintage by name, with the hash of its bytes.</summary>
internal static class PublishedBytes
{
    /// <summary>Files of the only published vintage of an account.</summary>
    public static async Task<IReadOnlyList<string>> OfOnlyVintageAsync(StorageAccount account)
    {
        PublishedVintage vintage = Assert.Single(await account.Vintages.ListAsync());
        List<string> files = [$"{vintage.Vintage} {vintage.Ordinal}"];
        await foreach (StoredName file in account.Vintages.FilesAsync(vintage.Vintage))
        {
            files.Add($"{file.Name} {ContentHash.Of((await account.Vintages.TryGetAsync(vintage.Vintage, file.Name))!.Bytes.Span)}");
        }

        VintageManifest manifest = await VintageFiles.ReadManifestAsync(account.Vintages, vintage.Vintage, default);
        foreach (BriefingFile briefing in manifest.Briefings)
        {
            StoredContent pdf = (await account.Briefings.TryGetAsync(vintage.Vintage, briefing.Mineral, briefing.Language))!;
            Assert.Equal(briefing.Sha256, ContentHash.Of(pdf.Bytes.Span));
            files.Add($"{briefing.Mineral}.{briefing.Language} {briefing.Sha256}");
        }

        return files;
    }
}
