using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Changes the settings of a managed role of a pool.</summary>
[Cmdlet(VerbsCommon.Set, "IdentityPoolRole", HelpUri = HelpPages.Base + "Set-IdentityPoolRole.md")]
[OutputType(typeof(IdentityPool))]
public sealed class SetIdentityPoolRoleCommand : PoolCommand
{
    /// <summary>Authenticated, Unauthenticated, or the name of a managed role of the pool.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public string Name { get; set; } = null!;

    /// <summary>A description, up to 1,000 characters; null takes it away.</summary>
    [Parameter]
    [AllowNull]
    public TemplateArgument? Description { get; set; }

    /// <summary>The ARN of the policy that bounds what the role may ever do; null takes the bound away.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(PolicyArnCompleter))]
    public TemplateArgument? PermissionsBoundary { get; set; }

    /// <summary>Seconds that a session may last, 3,600 to 43,200.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MaxSessionDurationCompleter))]
    public int MaxSessionDuration { get; set; }

    /// <summary>Tags of the role that are added; one whose key is there gets the new value.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>The keys of tags of the role that go. The tags of its pool are the pool's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[]? RemoveTag { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var change = new RoleChange
        {
            Settings = new()
            {
                Description = Description?.Value,
                PermissionsBoundary = PermissionsBoundary is null ? null : WrittenArn.CheckEntity(PermissionsBoundary.Value),
                MaxSessionDuration = isGiven(nameof(MaxSessionDuration)) ? MaxSessionDuration : null,
            },
            RemovesDescription = isGiven(nameof(Description)) && Description is null,
            RemovesPermissionsBoundary = isGiven(nameof(PermissionsBoundary)) && PermissionsBoundary is null,
            Tags = TagChange.Create(PSValue.Entries(Tag, nameof(Tag)), RemoveTag ?? []),
        };
        return new(pool => pool.WithRole(Name, role => role.With(change)));
    }
}
