namespace IdentityPools.Commands;

/// <summary>Where the help pages are online.</summary>
internal static class HelpPages
{
    public const string Base = "https://github.com/identitypool/identitypool/blob/main/docs/en-US/";
}
