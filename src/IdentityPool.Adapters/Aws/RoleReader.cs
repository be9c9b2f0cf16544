using Amazon.IdentityManagement.Model;
using IdentityPools.Planning;
using IdentityPools.Template;

namespace IdentityPools.Aws;

/// <summary>Reads roles of IAM with their policies.</summary>
internal sealed class RoleReader(AwsClients clients, ApiCalls calls, CancellationToken cancellation)
{
    private const int PageSize = 1000;

    /// <summary>A role with everything that belongs to it, or null when there is none of that name.</summary>
    public async Task<RoleState?> ReadAsync(string name)
    {
        var role = RoleAsync(name);
        var inline = InlinePoliciesAsync(name);
        var attached = AttachedPoliciesAsync(name);
        // All three say so when the role does not exist; one answer is enough, but each has to be heard.
        await Task.WhenAll(role, inline, attached).ConfigureAwait(false);
        return await role.ConfigureAwait(false) is { } known
            ? State(known) with
            {
                InlinePolicies = await inline.ConfigureAwait(false),
                ManagedPolicyArns = await attached.ConfigureAwait(false),
            }
            : null;
    }

    /// <summary>A role without its policies.</summary>
    public async Task<RoleState?> TrustAsync(string name) => await RoleAsync(name).ConfigureAwait(false) is { } role ? State(role) : null;

    /// <summary>What a pool grants to a role, or null when it grants nothing or there is no such role.</summary>
    public async Task<GrantState?> GrantAsync(string roleName, string policyName) =>
        await PolicyAsync(roleName, policyName).ConfigureAwait(false) is { } document ? new(roleName, policyName, document) : null;

    /// <summary>The names of the roles that end in a suffix. IAM cannot be asked for them, but its pages are large.</summary>
    public async Task<List<string>> NamesEndingInAsync(string suffix)
    {
        var names = new List<string>();
        string? marker = null;
        do
        {
            var from = marker;
            var page = await calls
                .InvokeAsync(
                    "iam:ListRoles",
                    "*" + suffix,
                    () => clients.Iam.ListRolesAsync(new ListRolesRequest { MaxItems = PageSize, Marker = from }, cancellation),
                    cancellation
                )
                .ConfigureAwait(false);
            names.AddRange((page.Roles ?? []).Select(role => role.RoleName!).Where(name => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)));
            marker = page.IsTruncated == true ? page.Marker : null;
        } while (marker is not null);

        return names;
    }

    private async Task<Role?> RoleAsync(string name)
    {
        var answer = await calls
            .ExistingAsync("iam:GetRole", name, () => clients.Iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, cancellation), cancellation)
            .ConfigureAwait(false);
        return answer?.Role;
    }

    private async Task<ValueMap<TemplateNode>> InlinePoliciesAsync(string name)
    {
        var names = new List<string>();
        string? marker = null;
        do
        {
            var from = marker;
            var page = await calls
                .ExistingAsync(
                    "iam:ListRolePolicies",
                    name,
                    () =>
                        clients.Iam.ListRolePoliciesAsync(
                            new ListRolePoliciesRequest
                            {
                                RoleName = name,
                                MaxItems = PageSize,
                                Marker = from,
                            },
                            cancellation
                        ),
                    cancellation
                )
                .ConfigureAwait(false);
            names.AddRange(page?.PolicyNames ?? []);
            marker = page?.IsTruncated == true ? page.Marker : null;
        } while (marker is not null);

        var documents = await Task.WhenAll(names.Select(policy => PolicyAsync(name, policy))).ConfigureAwait(false);
        return ValueMap<TemplateNode>.Create(
            names.Zip(documents).Where(policy => policy.Second is not null).Select(policy => KeyValuePair.Create(policy.First, policy.Second!))
        );
    }

    private async Task<ValueList<string>> AttachedPoliciesAsync(string name)
    {
        var arns = new List<string>();
        string? marker = null;
        do
        {
            var from = marker;
            var page = await calls
                .ExistingAsync(
                    "iam:ListAttachedRolePolicies",
                    name,
                    () =>
                        clients.Iam.ListAttachedRolePoliciesAsync(
                            new ListAttachedRolePoliciesRequest
                            {
                                RoleName = name,
                                MaxItems = PageSize,
                                Marker = from,
                            },
                            cancellation
                        ),
                    cancellation
                )
                .ConfigureAwait(false);
            arns.AddRange((page?.AttachedPolicies ?? []).Select(policy => policy.PolicyArn!));
            marker = page?.IsTruncated == true ? page.Marker : null;
        } while (marker is not null);

        return arns.Order(StringComparer.Ordinal).ToValueList();
    }

    private async Task<TemplateNode?> PolicyAsync(string roleName, string policyName)
    {
        var answer = await calls
            .ExistingAsync(
                "iam:GetRolePolicy",
                $"{roleName}/{policyName}",
                () => clients.Iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = roleName, PolicyName = policyName }, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        return answer is null ? null : PolicyDocuments.Read(answer.PolicyDocument);
    }

    private static RoleState State(Role role) =>
        new()
        {
            Arn = role.Arn!,
            IamName = role.RoleName!,
            Path = role.Path ?? "/",
            Trust = PolicyDocuments.Read(role.AssumeRolePolicyDocument),
            Description = string.IsNullOrEmpty(role.Description) ? null : role.Description,
            MaxSessionDuration = role.MaxSessionDuration,
            PermissionsBoundary = role.PermissionsBoundary?.PermissionsBoundaryArn,
            Tags = ValueMap<string>.Create((role.Tags ?? []).Select(tag => KeyValuePair.Create(tag.Key!, tag.Value ?? ""))),
        };
}
