using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Makes a new definition of a pool that exists.</summary>
[Cmdlet(VerbsCommon.Copy, "IdentityPool", HelpUri = HelpPages.Base + "Copy-IdentityPool.md")]
[OutputType(typeof(IdentityPool))]
public sealed class CopyIdentityPoolCommand : PoolCommand
{
    /// <summary>The name of the copy. Without it, that of its source.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument? Name { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var name = Name?.Value;
        return new(pool => pool.Copied(name)) { Warnings = (source, copy) => [.. Doubtful(copy), .. LeftOut(source, copy)] };
    }

    private static IEnumerable<string> Doubtful(IdentityPool copy) =>
        copy
            .Roles.Where(role => !role.IsManaged)
            .Select(role => role.ToString())
            .Distinct(StringComparer.Ordinal)
            .Select(role => MessageText.Format(nameof(Messages.CopiedRoleTrustsSource), copy, role));

    private static IEnumerable<string> LeftOut(IdentityPool source, IdentityPool copy) =>
        source
            .UserPoolGroups.Where(group => !IdentityPool.IsCopied(group))
            .Select(group => MessageText.Format(nameof(Messages.CopyWithoutGroup), copy, group, group.UserPool));
}
