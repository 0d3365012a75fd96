namespace Pipeline.App.Api;

/// <summary>The route of the contract: the committed OpenAPI document, which the tests make from the registry of routes and compare.</summary>
internal static class ContractRoutes
{
    private static readonly PreparedAnswer Document = new(new Representation(MediaForm.Json, Read()), Freshness.Latest);

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("v1/openapi.json", Access.Reader, "showContract", new("この API の契約（OpenAPI 3.1）。", "The contract of this API (OpenAPI 3.1)."), _ => Task.FromResult<IResult>(Document))
        {
            Success = AnswerForm.Of(MediaForm.Json),
        },
    ];

    private static byte[] Read()
    {
        using Stream stream = typeof(ContractRoutes).Assembly.GetManifestResourceStream("openapi.json")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
