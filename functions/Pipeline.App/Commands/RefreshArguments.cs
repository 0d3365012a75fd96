using Pipeline.Domain;

namespace Pipeline.App.Commands;

/// <summary>Options of <c>refresh</c>.</summary>
/// <param name="Quarter">Quarter, or none for the current one.</param>
/// <param name="FeedsFolder">Folder of publisher files, or none for the starter feeds.</param>
/// <param name="OutputFolder">Folder that receives briefings and results, or none.</param>
/// <param name="Minerals">Minerals to assess; empty for all.</param>
/// <param name="DryRun">True to publish nothing.</param>
/// <param name="Json">True for one JSON object on standard output.</param>
internal sealed record RefreshArguments(Quarter? Quarter, string? FeedsFolder, string? OutputFolder, IReadOnlyList<string> Minerals, bool DryRun, bool Json);
