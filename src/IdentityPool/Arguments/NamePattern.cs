using System.Management.Automation;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>Names with wildcards, as users write them.</summary>
internal static class NamePattern
{
    /// <exception cref="DefinitionException">The engine cannot read it.</exception>
    public static WildcardPattern Parse(string name)
    {
        try
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            // The engine reads it when it first needs it.
            _ = pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            // The engine's sentence shows the name as it is.
            throw DefinitionErrors.Create(nameof(Messages.NamePatternInvalid), name, name);
        }
    }
}
