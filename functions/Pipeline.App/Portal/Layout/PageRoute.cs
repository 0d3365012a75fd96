using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>Declares routes that answer with pages.</summary>
internal static class PageRoute
{
    /// <summary>A page in the language of the request.</summary>
    public static ApiRoute Of(string pattern, Access access, string name, Bilingual meaning, Func<ApiRequest, Task<IResult>> answer) => new(pattern, access, name, meaning, answer)
    {
        Success = AnswerForm.Of(MediaForm.Html), IsSpoken = true,
    };

    /// <summary>A page for readers that rests on the vintage, its address and its language alone, so that it is made once.</summary>
    public static ApiRoute Kept(string pattern, string name, Bilingual meaning, Func<ApiRequest, Task<IResult>> answer) => Of(pattern, Access.Reader, name, meaning, answer) with
    {
        IsKept = true, Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage],
    };
}
