using System.Text.Json;
using Microsoft.Playwright;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal.Browsing;

/// <summary>The accessibility engine axe-core, as npm has it, over a page of the browser: all rules of WCAG 2.2 AA and its best practices.</summary>
internal static class AccessibilityEngine
{
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(RepositoryFolder.Path("tests", "Portal", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What the engine finds, a line a rule and element; nothing on a good page.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        JsonElement result = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))");
        return [.. result.EnumerateArray().Select(finding => $"{page.Url}: {finding.GetString()}")];
    }
}
