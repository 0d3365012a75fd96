using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Pipeline.App.Api;

/// <summary>Gives a problem document to whatever the web server answers without a body, and to errors that nobody foresaw.</summary>
internal static class PlainProblems
{
    /// <summary>Adds it around everything else.</summary>
    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http =>
            {
                // Whatever the answer had begun to say was cleared away, with the headers that every answer has.
                ResponseHeaders.Set(http.Response.Headers);
                Exception error = http.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
                // A request that the web server does not take is no fault of the program, and whoever sends it would fill the log.
                if (error is not BadHttpRequestException)
                {
                    RequestTrace.LogFailure(app.Logger, http, error, "A request");
                }

                return Of(error).ExecuteAsync(http);
            },
            // The library's own line would not name the request.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePages(context => OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    private static ApiProblem Of(Exception error) => error is BadHttpRequestException refused ? OfStatus(refused.StatusCode) : OfStatus(StatusCodes.Status500InternalServerError);

    private static ApiProblem OfStatus(int status)
    {
        ProblemKind kind = ProblemKinds.Of(status);
        return kind == ProblemKinds.NotFound ? ApiProblems.NoSuchAddress() : new ApiProblem(kind, kind.Remedy);
    }
}
