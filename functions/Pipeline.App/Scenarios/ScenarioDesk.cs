using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Scenarios;

/// <summary>Answers scenarios, whichever door they come through.</summary>
/// <param name="bases">Finds the vintage that a scenario starts from; not asked for a baseline that is typed in.</param>
/// <param name="clock">Says which quarter is the present one.</param>
internal sealed class ScenarioDesk(Func<string?, CancellationToken, Task<ScenarioBase?>> bases, TimeProvider clock)
{
    /// <summary>Computes a scenario.</summary>
    /// <param name="json">The request.</param>
    /// <param name="vintage">Vintage that the door names beside the request, or none.</param>
    /// <param name="cancellation">Ends the waiting for storage.</param>
    /// <returns>The answer, or none when the scenario needs a vintage and nothing is published.</returns>
    /// <exception cref="ScenarioRequestException">The request cannot be meant, or a measure cannot take effect.</exception>
    public async Task<ScenarioAnswer?> AnswerAsync(ReadOnlyMemory<byte> json, string? vintage, CancellationToken cancellation)
    {
        ScenarioRequest request = ScenarioRequest.Read(json);
        if (vintage is not null && (request.IsSelfContained || (request.Vintage is { } own && own != vintage)))
        {
            throw new ScenarioRequestException([new ScenarioFault(
                request.IsSelfContained ? "/inputs" : "/vintage", "no other base than the vintage that the command names", "another base")]);
        }

        if (request.IsSelfContained)
        {
            return ScenarioAnswer.Of(OnInputs(request));
        }

        return await bases(vintage ?? request.Vintage, cancellation) is { } from ? ScenarioAnswer.Of(ScenarioRun.Of(request, from)) : null;
    }

    private ScenarioRun OnInputs(ScenarioRequest request)
    {
        DateOnly day = request.ParametersOn ?? Quarter.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).LastDay;
        try
        {
            return ScenarioRun.Of(request, ParameterSet.InForce(day));
        }
        catch (ParameterException fault) when (request.ParametersOn is not null && fault.IsBeforeFirstValue)
        {
            throw new ScenarioRequestException([new ScenarioFault("/inputs/parametersOn", fault.Fault.Expected, fault.Fault.Found)]);
        }
    }
}
