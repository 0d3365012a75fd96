namespace Pipeline.Domain;

/// <summary>Language of words for people. Every word exists in both.</summary>
public enum Language
{
    Japanese,
    English,
}
