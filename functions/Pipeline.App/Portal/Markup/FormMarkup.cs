using Pipeline.App.Api;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Parts of forms: every field has a label of its own, and every form keeps the language of its page.</summary>
internal static class FormMarkup
{
    /// <summary>A form that asks by address.</summary>
    public static HtmlElement Asking(PortalAddress action, string legend, Voice voice, params IReadOnlyList<Html> fields) => Tag("form",
        Tag("fieldset", [Tag("legend", legend), .. fields, Hidden(RequestLanguage.Parameter, RequestLanguage.Code(voice.Language))])).With("method", "get").With("action", action.Path).Class("filters");

    /// <summary>A field with its label.</summary>
    /// <param name="name">Name of the field: the identifier of its input.</param>
    /// <param name="label">Label.</param>
    /// <param name="input">The input.</param>
    public static HtmlElement Field(string name, string label, Html input) => Tag("p", Tag("label", label).With("for", name), input);

    /// <summary>A field in which one of several values is chosen.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="label">Label.</param>
    /// <param name="chosen">The value that is chosen.</param>
    /// <param name="options">Values with their words, in order.</param>
    public static HtmlElement Choice(string name, string label, string chosen, IEnumerable<(string Value, string Words)> options) => Field(name, label, Select(name, chosen, options));

    /// <summary>The control of a choice.</summary>
    public static HtmlElement Select(string name, string chosen, IEnumerable<(string Value, string Words)> options) => Tag("select",
    [
        .. options.Select(option => Tag("option", option.Words).With("value", option.Value).Flag("selected", option.Value == chosen)),
    ]).With("name", name).With("id", name);

    /// <summary>A value that goes along unseen.</summary>
    public static HtmlElement Hidden(string name, string value) => Tag("input").With("type", "hidden").With("name", name).With("value", value);

    /// <summary>The button that sends the form, and what stands beside it.</summary>
    public static HtmlElement Actions(string words, params IReadOnlyList<Html> beside) => Tag("p", [Tag("button", words).With("type", "submit"), .. beside]).Class("actions");
}
