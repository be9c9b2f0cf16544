namespace IdentityPools.HelpBuilder.Pages;

/// <summary>What a page is about.</summary>
public enum PageKind
{
    /// <summary>A command.</summary>
    Command,

    /// <summary>A subject.</summary>
    Topic,

    /// <summary>The list of all pages, which only the web shows.</summary>
    Module,
}
