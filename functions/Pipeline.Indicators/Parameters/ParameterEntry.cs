using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Indicators.Parameters;

/// <summary>A parameter as it stands on a day, for people and for the record of a vintage. Never one that is restricted.</summary>
public sealed record ParameterEntry
{
    /// <summary>Identifier, rule first: <c>price.reference</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Value in force, or none when the day is before the first value.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Unit of the value; <c>1</c> for shares and scores, <c>text</c> or <c>table</c> where it has none.</summary>
    public required string Unit { get; init; }

    /// <summary>Who may see the value.</summary>
    public required AccessLabel Label { get; init; }

    /// <summary><c>policy</c>, <c>proposal</c>, <c>reading</c> or <c>sample</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>First day on which the value is in force; that of the first value when none is.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Why this value, where nothing prints it.</summary>
    public string? Reason { get; init; }

    /// <summary>Paper, clause or page that prints it.</summary>
    public string? Reference { get; init; }

    /// <summary>Day on which a person last confirmed the newest value.</summary>
    public required DateOnly LastConfirmedOn { get; init; }

    /// <summary>How long a confirmation lasts: <c>P1Y</c> or <c>P6M</c>.</summary>
    public required string ConfirmEvery { get; init; }

    /// <summary>Last day on which the confirmation counts.</summary>
    public required DateOnly ConfirmedUntil { get; init; }

    /// <summary>True on a day after that: the value is used, and every result that uses it says so.</summary>
    public required bool Stale { get; init; }

    internal static ParameterEntry Of(ParameterDefinition definition, DatedValue? inForce, bool stale) => new()
    {
        Id = definition.Id,
        Value = inForce?.Value,
        Unit = definition.Unit,
        Label = definition.Label,
        Basis = definition.Basis,
        From = (inForce ?? definition.Values[0]).From,
        Reason = (inForce ?? definition.Values[0]).Reason,
        Reference = (inForce ?? definition.Values[0]).Reference,
        LastConfirmedOn = definition.LastConfirmedOn,
        ConfirmEvery = definition.ConfirmEvery,
        ConfirmedUntil = ParameterFile.ConfirmedUntil(definition),
        Stale = stale,
    };

    internal ParameterDefinition Definition(string file) => new()
    {
        Id = Id,
        Unit = Unit,
        Label = Label,
        Basis = Basis,
        Values = [new DatedValue { From = From, Value = Value ?? default, Reason = Reason, Reference = Reference }],
        LastConfirmedOn = LastConfirmedOn,
        ConfirmEvery = ConfirmEvery,
        File = file,
    };
}
