using System.Text;
using System.Text.Json;

namespace Pipeline.App.Tests.Fuzzing;

/// <summary>Questions to the API, half of them sensible in part and none of them chosen: the same in every run.</summary>
/// <param name="operations">What is asked for.</param>
/// <param name="strays">Addresses that belong to no operation, or only nearly; asked for now and then, by any method.</param>
/// <param name="seed">Chooses.</param>
internal sealed class HostileRequests(IReadOnlyList<ContractOperation> operations, IReadOnlyList<string> strays, int seed)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"];

    private readonly Random random = new(seed);

    /// <summary>The next question.</summary>
    public HttpRequestMessage Next(string site)
    {
        if (random.Next(20) == 0)
        {
            return Request(Any(Methods), site + Any(strays));
        }

        ContractOperation operation = Any(operations);
        string path = operation.Path;
        StringBuilder query = new();
        HttpRequestMessage request = new(new HttpMethod(random.Next(12) == 0 ? Any(Methods) : operation.Method), (Uri?)null);
        foreach (ContractParameter parameter in operation.Parameters)
        {
            string value = Value(parameter);
            switch (parameter.Place)
            {
                case "path":
                    path = path.Replace($"{{{parameter.Name}}}", Escaped(value), StringComparison.Ordinal);
                    break;
                case "query" when random.Next(3) > 0:
                    Append(query, parameter.Name, value);
                    if (random.Next(12) == 0)
                    {
                        Append(query, parameter.Name, Value(parameter));
                    }

                    break;
                case "header" when random.Next(3) == 0:
                    request.Headers.TryAddWithoutValidation(parameter.Name, Ascii(value));
                    break;
            }
        }

        if (random.Next(8) == 0)
        {
            Append(query, Any(HostileText.Values), Any(HostileText.Values));
        }

        foreach ((string name, IReadOnlyList<string> values) in HostileText.Headers)
        {
            if (random.Next(14) == 0)
            {
                request.Headers.TryAddWithoutValidation(name, Ascii(Any(values)));
            }
        }

        if (operation.Bodies.Count > 0 || random.Next(15) == 0)
        {
            request.Content = Body(operation.Bodies);
        }

        request.RequestUri = Address(site + path + query);
        return request;
    }

    private string Value(ContractParameter parameter) => parameter.Good.Count > 0 && random.Next(100) < 55 ? Any(parameter.Good) : Any(HostileText.Values);

    private ByteArrayContent Body(IReadOnlyList<JsonElement> good)
    {
        byte[] bytes = good.Count > 0 && random.Next(4) > 0 ? Encoding.UTF8.GetBytes(Mutated(Any(good).GetRawText())) : Any(HostileText.Bodies);
        ByteArrayContent content = new(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", random.Next(5) > 0 ? "application/json" : Any(HostileText.BodyTypes));
        return content;
    }

    /// <summary>JSON with a few places replaced: values by hostile ones, names by others, letters by others.</summary>
    private string Mutated(string json)
    {
        StringBuilder text = new(json);
        for (int change = random.Next(3); change > 0; change--)
        {
            int place = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text[place] = (char)random.Next(1, 127);
                    break;
                case 1:
                    text.Remove(place, Math.Min(text.Length - place, random.Next(1, 12)));
                    text.Append(' ');
                    break;
                case 2:
                    text.Insert(place, Any(HostileText.Values));
                    break;
                default:
                    text.Replace("0.25", Any(["-0.25", "1e400", "null", "\"0.25\"", "0", "1", "0.999999999999999999"]));
                    break;
            }
        }

        return text.ToString();
    }

    private static HttpRequestMessage Request(string method, string address) => new(new HttpMethod(method), Address(address));

    /// <summary>The address as it is written: no dots are taken out of it before it is sent.</summary>
    private static Uri Address(string address) => new(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static void Append(StringBuilder query, string name, string value) => query.Append(query.Length == 0 ? '?' : '&').Append(Escaped(name)).Append('=').Append(Escaped(value));

    private static string Escaped(string value) => Uri.EscapeDataString(value);

    /// <summary>Headers carry no line breaks past the client; those are sent by hand.</summary>
    private static string Ascii(string value) => new([.. value.Where(letter => letter is >= ' ' and < (char)127)]);

    private T Any<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
