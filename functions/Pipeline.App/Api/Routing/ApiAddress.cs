namespace Pipeline.App.Api;

/// <summary>One address of the API and its routes, one a method.</summary>
internal sealed class ApiAddress
{
    private readonly ApiRoute[] routes;

    /// <summary>The address of some routes with one pattern.</summary>
    public ApiAddress(IEnumerable<ApiRoute> routes)
    {
        this.routes = [.. routes];
        IEnumerable<string> methods = this.routes.SelectMany(route => route.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : new[] { route.Method });
        Allow = string.Join(", ", methods.Append(HttpMethods.Options));
        Access = [.. this.routes.Select(route => route.Access).Distinct()];
    }

    /// <summary>Value of <c>Allow</c>.</summary>
    public string Allow { get; }

    /// <summary>Access rules of its routes.</summary>
    public Access[] Access { get; }

    /// <summary>The route that answers a method, or none; a route for reading answers HEAD too.</summary>
    public ApiRoute? For(string method)
    {
        string wanted = HttpMethods.IsHead(method) ? HttpMethods.Get : method;
        foreach (ApiRoute route in routes)
        {
            if (HttpMethods.Equals(route.Method, wanted))
            {
                return route;
            }
        }

        return null;
    }
}
