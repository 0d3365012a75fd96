using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Pipeline.Restricted;

/// <summary>
/// A value that is not public (target days, stock, and what they could be inferred from; basic policy 2020, 2(5)).
/// It has no text form, no JSON form, and no equality or order that could be probed: whoever needs the value must name the purpose.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
[JsonConverter(typeof(RestrictedJsonRefusal))]
[DebuggerDisplay("(restricted)")]
public sealed class Restricted<T>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly T value;

    /// <summary>Wraps a value.</summary>
    public Restricted(T value) => this.value = value;

    /// <summary>Hands out the value for a stated purpose.</summary>
    /// <param name="purpose">Why the value is read; goes to the audit trail, never empty.</param>
    /// <exception cref="ArgumentException">The purpose is empty.</exception>
    public T Reveal(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return value;
    }

    /// <summary>What follows from the value is restricted too, also when it looks harmless.</summary>
    public Restricted<TResult> Derive<TResult>(Func<T, TResult> rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new Restricted<TResult>(rule(value));
    }

    /// <summary>What follows from two restricted values is restricted.</summary>
    public Restricted<TResult> Combine<TOther, TResult>(Restricted<TOther> other, Func<T, TOther, TResult> rule)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(rule);
        return new Restricted<TResult>(rule(value, other.value));
    }

    /// <summary>Never the value: a log line or an error message must not carry it.</summary>
    public override string ToString() => "(restricted)";
}
