namespace Pipeline.App.Api;

/// <summary>Routes of health: one word each, for anyone who reaches the port.</summary>
internal static class HealthRoutes
{
    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("health/live", Access.Anonymous, "isLive", new("プロセスが動いているか。", "Whether the process is alive."), _ => Task.FromResult(Results.Text("live")))
        {
            Success = AnswerForm.Of(MediaForm.Text), Freshness = Freshness.Live,
        },
        new("health/ready", Access.Anonymous, "isReady", new("公表された版から回答できるか。", "Whether a published vintage is in memory to answer from."), request => Task.FromResult(
            request.View is null ? Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable) : Results.Text("ready")))
        {
            Success = AnswerForm.Of(MediaForm.Text) with { OtherStatus = StatusCodes.Status503ServiceUnavailable }, Freshness = Freshness.Live,
        },
    ];
}
