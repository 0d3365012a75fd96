using Pipeline.App.Changes.Causes;
using Pipeline.App.Functions;
using Pipeline.App.Portal;
using Pipeline.App.Scenarios;
using Pipeline.App.Settings;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Every route of the program, in the order of the contract.</summary>
internal static class RouteRegistry
{
    /// <summary>All routes.</summary>
    /// <param name="app">The web application, for what its routes share.</param>
    /// <param name="storage">Storage account.</param>
    /// <param name="definitions">Functions of the app.</param>
    /// <param name="table">What each function does.</param>
    /// <param name="runs">Routes over the engine of runs, which a program that only reads does not have.</param>
    /// <param name="settings">Settings, for the words of offices.</param>
    /// <param name="clock">The clock.</param>
    public static IReadOnlyList<ApiRoute> Of(
        WebApplication app, StorageAccount storage, FunctionDefinitions definitions, FunctionTable table, IReadOnlyList<ApiRoute> runs, PipelineSettings settings, TimeProvider clock)
    {
        CancellationToken stopping = app.Lifetime.ApplicationStopping;
        PrintedNumbers numbers = new(storage);
        // One for all routes that tell why figures moved: each report takes the whole machine for some seconds.
        KnownCauses causes = new((before, after) => CausesReport.ComputeAsync(storage, before, after, stopping), stopping);
        ScenarioDesk desk = new(new ScenarioBases(storage).FindAsync, clock);
        IReadOnlyList<ApiRoute> routes =
        [
            .. HealthRoutes.All,
            .. MineralRoutes.All,
            .. IndicatorRoutes.All,
            .. VocabularyRoutes.All,
            .. new ObservationRoutes(storage, stopping).All,
            .. new SourceRoutes(storage.Sources, definitions, clock).All,
            .. CorrectionRoutes.All,
            .. new AssessmentRoutes(storage, causes, stopping).All,
            .. new BriefingRoutes(storage).All,
            .. new NumberRoutes(numbers).All,
            .. new VintageRoutes(storage, causes).All,
            .. new AlertRoutes(storage.Vintages).All,
            .. ParameterRoutes.All(clock),
            .. new ScenarioRoutes(desk).All,
            .. new TimerRoutes(definitions, table, storage.Timers, app.Services.GetRequiredService<TimerRuns>(), clock, stopping).All,
            .. runs,
            .. new PortalRoutes(new PublishedBriefings(storage, settings, app.Logger), numbers).All,
            .. ComparisonRoutes.All,
            .. new ChangeRoutes(storage.Vintages, causes).All,
            .. new WhatIfRoutes(desk).All,
            .. ExploreRoutes.All,
            .. new OperatorRoutes(storage, definitions, clock).All,
            .. ContractRoutes.All,
        ];
        return [.. routes, .. new DocsRoutes([.. routes.Where(route => route.IsOfContract)]).All];
    }
}
