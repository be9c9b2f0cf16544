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

    /// <summary>What has to go with a role of a pool: the names of its policies are enough. Null for a role that is not the pool's.</summary>
    public async Task<RoleRemains?> RemainsAsync(string name, string poolId)
    {
        var role = RoleAsync(name);
        var inline = PolicyNamesAsync(name);
        var attached = AttachedPoliciesAsync(name);
        await Task.WhenAll(role, inline, attached).ConfigureAwait(false);
        return await role.ConfigureAwait(false) is { } known && State(known).IsManagedBy(poolId)
            ? new(known.Arn!, known.RoleName!, (await inline.ConfigureAwait(false)).ToValueList(), await attached.ConfigureAwait(false))
            : null;
    }

    /// <summary>The names of the roles that end in a suffix. IAM cannot be asked for them, but its pages are large.</summary>
    public async Task<List<string>> NamesEndingInAsync(string suffix)
    {
        const string Operation = "iam:ListRoles";
        var target = "*" + suffix;
        var roles = await Pages
            .AllAsync<string>(
                Operation,
                target,
                name => name,
                async marker =>
                {
                    var page = await calls
                        .InvokeAsync(
                            Operation,
                            target,
                            () => clients.Iam.ListRolesAsync(new ListRolesRequest { MaxItems = PageSize, Marker = marker }, cancellation),
                            cancellation
                        )
                        .ConfigureAwait(false);
                    return (page.Roles?.Select(role => role.RoleName!), page.IsTruncated == true ? page.Marker : null);
                }
            )
            .ConfigureAwait(false);
        return roles.FindAll(name => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The document of a managed policy in its default version; null when there is no such policy.</summary>
    public async Task<TemplateNode?> ManagedPolicyAsync(string arn)
    {
        var policy = await calls
            .ExistingAsync("iam:GetPolicy", arn, () => clients.Iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = arn }, cancellation), cancellation)
            .ConfigureAwait(false);
        if (policy?.Policy?.DefaultVersionId is not { } id)
        {
            return null;
        }

        var version = await calls
            .ExistingAsync(
                "iam:GetPolicyVersion",
                arn,
                () => clients.Iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = arn, VersionId = id }, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        return version?.PolicyVersion?.Document is { } document ? PolicyDocuments.Read(document) : null;
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
        var names = await PolicyNamesAsync(name).ConfigureAwait(false);
        var documents = await Task.WhenAll(names.Select(policy => PolicyAsync(name, policy))).ConfigureAwait(false);
        return ValueMap<TemplateNode>.Create(
            names.Zip(documents).Where(policy => policy.Second is not null).Select(policy => KeyValuePair.Create(policy.First, policy.Second!))
        );
    }

    private Task<List<string>> PolicyNamesAsync(string name)
    {
        const string Operation = "iam:ListRolePolicies";
        return Pages.AllAsync<string>(
            Operation,
            name,
            policy => policy,
            async marker =>
            {
                var request = new ListRolePoliciesRequest
                {
                    RoleName = name,
                    MaxItems = PageSize,
                    Marker = marker,
                };
                var page = await calls
                    .ExistingAsync(Operation, name, () => clients.Iam.ListRolePoliciesAsync(request, cancellation), cancellation)
                    .ConfigureAwait(false);
                return (page?.PolicyNames, page?.IsTruncated == true ? page.Marker : null);
            }
        );
    }

    private async Task<ValueList<string>> AttachedPoliciesAsync(string name)
    {
        const string Operation = "iam:ListAttachedRolePolicies";
        var arns = await Pages
            .AllAsync<string>(
                Operation,
                name,
                arn => arn,
                async marker =>
                {
                    var request = new ListAttachedRolePoliciesRequest
                    {
                        RoleName = name,
                        MaxItems = PageSize,
                        Marker = marker,
                    };
                    var page = await calls
                        .ExistingAsync(Operation, name, () => clients.Iam.ListAttachedRolePoliciesAsync(request, cancellation), cancellation)
                        .ConfigureAwait(false);
                    return (page?.AttachedPolicies?.Select(policy => policy.PolicyArn!), page?.IsTruncated == true ? page.Marker : null);
                }
            )
            .ConfigureAwait(false);
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
