namespace Pipeline.App.Api;

/// <summary>A prepared answer that is sent and not kept with its vintage.</summary>
internal sealed class PassingAnswer(PreparedAnswer answer) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => answer.ExecuteAsync(httpContext);
}
