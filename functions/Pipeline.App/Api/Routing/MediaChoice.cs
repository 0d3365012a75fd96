using Microsoft.Net.Http.Headers;

namespace Pipeline.App.Api;

/// <summary>The medium of an answer: the parameter <c>format</c>, else what the caller accepts.</summary>
internal static class MediaChoice
{
    /// <summary>The medium for a request, or none when the caller accepts none of those the route has.</summary>
    /// <param name="request">The request, its parameters checked.</param>
    /// <param name="media">Media of the route, the one for callers without a wish first.</param>
    public static MediaForm? Of(HttpRequest request, IReadOnlyList<MediaForm> media)
    {
        if (media.Count == 0)
        {
            return MediaForm.Json;
        }

        if (media.Count > 1 && request.Query.TryGetValue(AnswerForm.Format, out var named))
        {
            return media.First(form => form.Name == named.ToString());
        }

        string accepted = request.Headers.Accept.ToString();
        if (accepted.Length == 0 || accepted == "*/*" || accepted == media[0].Type)
        {
            return media[0];
        }

        if (!MediaTypeHeaderValue.TryParseList([accepted], out IList<MediaTypeHeaderValue>? values))
        {
            return null;
        }

        return media.Select(form => (Form: form, Quality: Quality(values, form)))
            .Where(one => one.Quality > 0)
            .OrderByDescending(one => one.Quality)
            .Select(one => one.Form)
            .FirstOrDefault();
    }

    /// <summary>How much the caller wants a medium: what its most exact range says.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> values, MediaForm form)
    {
        string group = form.Type[..form.Type.IndexOf('/', StringComparison.Ordinal)] + "/*";
        foreach (string range in (string[])[form.Type, group, "*/*"])
        {
            if (values.FirstOrDefault(value => value.MediaType.Equals(range, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found.Quality ?? 1;
            }
        }

        return 0;
    }
}
