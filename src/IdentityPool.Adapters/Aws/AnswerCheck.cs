using Amazon.CognitoIdentity.Model;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// Looks at each answer before anyone believes it: whether it has what every answer to its call has, and is about what was asked for. A member that is missing
/// would else be read as "there is none", and a pool be made a second time, or a setting be taken for another one.
/// </summary>
internal static class AnswerCheck
{
    /// <summary>What a SecureString can hold; no key and no token of AWS comes near it.</summary>
    private const int LongestSecret = 65536;

    /// <summary>Has every answer to a client looked at.</summary>
    public static TClient Watch<TClient>(TClient client)
        where TClient : AmazonServiceClient
    {
        client.AfterResponseEvent += static (_, arguments) =>
        {
            if (arguments is WebServiceResponseEventArgs { Request: { } request, Response: { } response })
            {
                Check(request, response);
            }
        };
        return client;
    }

    /// <exception cref="CallException">The answer lacks something, or is about something else.</exception>
    public static void Check(AmazonWebServiceRequest request, AmazonWebServiceResponse response)
    {
        switch (request, response)
        {
            case (ListIdentityPoolsRequest, ListIdentityPoolsResponse list):
                foreach (var pool in Items(list.IdentityPools, nameof(list.IdentityPools)))
                {
                    PoolId(pool.IdentityPoolId);
                    Present(pool.IdentityPoolName, nameof(pool.IdentityPoolName));
                }

                break;
            case (DescribeIdentityPoolRequest asked, DescribeIdentityPoolResponse pool):
                Same(asked.IdentityPoolId, pool.IdentityPoolId, nameof(pool.IdentityPoolId));
                Pool(pool.IdentityPoolName, pool.AllowUnauthenticatedIdentities, pool.CognitoIdentityProviders);
                Maps(pool.SupportedLoginProviders, pool.IdentityPoolTags);
                Lists(pool.OpenIdConnectProviderARNs, pool.SamlProviderARNs);
                break;
            case (CreateIdentityPoolRequest asked, CreateIdentityPoolResponse pool):
                PoolId(pool.IdentityPoolId);
                Pool(pool.IdentityPoolName, pool.AllowUnauthenticatedIdentities, pool.CognitoIdentityProviders);
                Same(asked.IdentityPoolName, pool.IdentityPoolName, nameof(pool.IdentityPoolName));
                Same(asked.AllowUnauthenticatedIdentities, pool.AllowUnauthenticatedIdentities, nameof(pool.AllowUnauthenticatedIdentities));
                break;
            case (UpdateIdentityPoolRequest asked, UpdateIdentityPoolResponse pool):
                Same(asked.IdentityPoolId, pool.IdentityPoolId, nameof(pool.IdentityPoolId));
                Pool(pool.IdentityPoolName, pool.AllowUnauthenticatedIdentities, pool.CognitoIdentityProviders);
                Same(asked.IdentityPoolName, pool.IdentityPoolName, nameof(pool.IdentityPoolName));
                Same(asked.AllowUnauthenticatedIdentities, pool.AllowUnauthenticatedIdentities, nameof(pool.AllowUnauthenticatedIdentities));
                break;
            case (GetIdentityPoolRolesRequest asked, GetIdentityPoolRolesResponse roles):
                Same(asked.IdentityPoolId, roles.IdentityPoolId, nameof(roles.IdentityPoolId));
                Maps(roles.Roles);
                Mappings(roles.RoleMappings);
                break;
            case (GetPrincipalTagAttributeMapRequest asked, GetPrincipalTagAttributeMapResponse tags):
                Same(asked.IdentityPoolId, tags.IdentityPoolId, nameof(tags.IdentityPoolId));
                Same(asked.IdentityProviderName, tags.IdentityProviderName, nameof(tags.IdentityProviderName));
                Maps(tags.PrincipalTags);
                break;
            case (SetPrincipalTagAttributeMapRequest asked, SetPrincipalTagAttributeMapResponse tags):
                Same(asked.IdentityPoolId, tags.IdentityPoolId, nameof(tags.IdentityPoolId));
                Same(asked.IdentityProviderName, tags.IdentityProviderName, nameof(tags.IdentityProviderName));
                break;
            case (GetIdRequest, GetIdResponse identity):
                Plain(identity.IdentityId, nameof(identity.IdentityId));
                break;
            case (GetCredentialsForIdentityRequest asked, GetCredentialsForIdentityResponse answer):
                Same(asked.IdentityId, answer.IdentityId ?? asked.IdentityId, nameof(answer.IdentityId));
                var credentials = Present(answer.Credentials, nameof(answer.Credentials));
                Secret(credentials.AccessKeyId, nameof(credentials.AccessKeyId));
                Secret(credentials.SecretKey, nameof(credentials.SecretKey));
                Secret(credentials.SessionToken, nameof(credentials.SessionToken));
                Alive(credentials.Expiration, nameof(credentials.Expiration));
                break;
            case (DescribeIdentityRequest asked, DescribeIdentityResponse described):
                Same(asked.IdentityId, described.IdentityId, nameof(described.IdentityId));
                break;
            case (GetOpenIdTokenRequest asked, GetOpenIdTokenResponse answer):
                Same(asked.IdentityId, answer.IdentityId ?? asked.IdentityId, nameof(answer.IdentityId));
                Secret(answer.Token, nameof(answer.Token));
                break;
            case (AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse answer):
                var assumed = Present(answer.Credentials, nameof(answer.Credentials));
                Secret(assumed.AccessKeyId, nameof(assumed.AccessKeyId));
                Secret(assumed.SecretAccessKey, nameof(assumed.SecretAccessKey));
                Secret(assumed.SessionToken, nameof(assumed.SessionToken));
                Alive(assumed.Expiration, nameof(assumed.Expiration));
                break;
            case (GetCallerIdentityRequest, GetCallerIdentityResponse caller):
                if (caller.Account is not { Length: 12 } account || !account.All(char.IsAsciiDigit))
                {
                    throw Lacks(nameof(caller.Account));
                }

                Plain(caller.Arn, nameof(caller.Arn));

                break;
            default:
                CheckUserPools(request, response);
                break;
        }
    }

    private static void CheckUserPools(AmazonWebServiceRequest request, AmazonWebServiceResponse response)
    {
        switch (request, response)
        {
            case (ListUserPoolsRequest, ListUserPoolsResponse list):
                foreach (var userPool in Items(list.UserPools, nameof(list.UserPools)))
                {
                    Plain(userPool.Id, nameof(userPool.Id));
                    Present(userPool.Name, nameof(userPool.Name));
                }

                break;
            case (DescribeUserPoolRequest asked, DescribeUserPoolResponse answer):
                var described = Present(answer.UserPool, nameof(answer.UserPool));
                Same(asked.UserPoolId, described.Id, nameof(described.Id));
                Present(described.Name, nameof(described.Name));
                Maps(described.UserPoolTags);
                break;
            case (CreateUserPoolRequest asked, CreateUserPoolResponse answer):
                var created = Present(answer.UserPool, nameof(answer.UserPool));
                Plain(created.Id, nameof(created.Id));
                Same(asked.PoolName, created.Name, nameof(created.Name));
                break;
            case (ListUserPoolClientsRequest asked, ListUserPoolClientsResponse list):
                foreach (var client in Items(list.UserPoolClients, nameof(list.UserPoolClients)))
                {
                    Plain(client.ClientId, nameof(client.ClientId));
                    Present(client.ClientName, nameof(client.ClientName));
                    Same(asked.UserPoolId, client.UserPoolId, nameof(client.UserPoolId));
                }

                break;
            case (DescribeUserPoolClientRequest asked, DescribeUserPoolClientResponse answer):
                Client(answer.UserPoolClient, asked.UserPoolId, asked.ClientId);
                break;
            case (CreateUserPoolClientRequest asked, CreateUserPoolClientResponse answer):
                Client(answer.UserPoolClient, asked.UserPoolId, null);
                Same(asked.ClientName, answer.UserPoolClient!.ClientName, nameof(answer.UserPoolClient.ClientName));
                break;
            case (UpdateUserPoolClientRequest asked, UpdateUserPoolClientResponse answer):
                Client(answer.UserPoolClient, asked.UserPoolId, asked.ClientId);
                break;
            case (ListGroupsRequest, ListGroupsResponse list):
                foreach (var group in Items(list.Groups, nameof(list.Groups)))
                {
                    Present(group.GroupName, nameof(group.GroupName));
                }

                break;
            case (GetGroupRequest asked, GetGroupResponse answer):
                Same(asked.GroupName, Present(answer.Group, nameof(answer.Group)).GroupName, nameof(answer.Group.GroupName));
                break;
            case (CreateGroupRequest asked, CreateGroupResponse answer):
                Same(asked.GroupName, Present(answer.Group, nameof(answer.Group)).GroupName, nameof(answer.Group.GroupName));
                break;
            case (UpdateGroupRequest asked, UpdateGroupResponse answer):
                Same(asked.GroupName, Present(answer.Group, nameof(answer.Group)).GroupName, nameof(answer.Group.GroupName));
                break;
            default:
                CheckIam(request, response);
                break;
        }
    }

    private static void CheckIam(AmazonWebServiceRequest request, AmazonWebServiceResponse response)
    {
        switch (request, response)
        {
            case (GetRoleRequest asked, GetRoleResponse answer):
                Role(answer.Role, asked.RoleName);
                Present(answer.Role!.AssumeRolePolicyDocument, nameof(answer.Role.AssumeRolePolicyDocument));
                break;
            case (CreateRoleRequest asked, CreateRoleResponse answer):
                Role(answer.Role, asked.RoleName);
                break;
            case (ListRolesRequest, ListRolesResponse list):
                Page(list.IsTruncated, list.Marker);
                foreach (var role in Items(list.Roles ?? [], nameof(list.Roles)))
                {
                    Present(role.RoleName, nameof(role.RoleName));
                }

                break;
            case (ListRolePoliciesRequest, ListRolePoliciesResponse list):
                Page(list.IsTruncated, list.Marker);
                Lists(list.PolicyNames);
                break;
            case (ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse list):
                Page(list.IsTruncated, list.Marker);
                foreach (var policy in Items(list.AttachedPolicies ?? [], nameof(list.AttachedPolicies)))
                {
                    Plain(policy.PolicyArn, nameof(policy.PolicyArn));
                }

                break;
            case (GetRolePolicyRequest asked, GetRolePolicyResponse policy):
                SameName(asked.RoleName, policy.RoleName, nameof(policy.RoleName));
                SameName(asked.PolicyName, policy.PolicyName, nameof(policy.PolicyName));
                Present(policy.PolicyDocument, nameof(policy.PolicyDocument));
                break;
            case (GetPolicyRequest asked, GetPolicyResponse answer):
                var managed = Present(answer.Policy, nameof(answer.Policy));
                Same(asked.PolicyArn, managed.Arn, nameof(managed.Arn));
                Plain(managed.DefaultVersionId, nameof(managed.DefaultVersionId));
                break;
            case (GetPolicyVersionRequest, GetPolicyVersionResponse answer):
                Present(Present(answer.PolicyVersion, nameof(answer.PolicyVersion)).Document, nameof(answer.PolicyVersion.Document));
                break;
            case (GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse provider):
                Present(provider.Url, nameof(provider.Url));
                Tags(provider.Tags);
                Lists(provider.ClientIDList, provider.ThumbprintList);
                break;
            case (GetSAMLProviderRequest, GetSAMLProviderResponse provider):
                Present(provider.SAMLMetadataDocument, nameof(provider.SAMLMetadataDocument));
                Tags(provider.Tags);
                break;
            case (CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse provider):
                Plain(provider.OpenIDConnectProviderArn, nameof(provider.OpenIDConnectProviderArn));
                break;
            case (CreateSAMLProviderRequest, CreateSAMLProviderResponse provider):
                Plain(provider.SAMLProviderArn, nameof(provider.SAMLProviderArn));
                break;
        }
    }

    private static void Pool(string? name, bool? allowsGuests, List<CognitoIdentityProviderInfo>? userPools)
    {
        Present(name, nameof(DescribeIdentityPoolResponse.IdentityPoolName));
        Present(allowsGuests, nameof(DescribeIdentityPoolResponse.AllowUnauthenticatedIdentities));
        foreach (var userPool in Items(userPools ?? [], nameof(DescribeIdentityPoolResponse.CognitoIdentityProviders)))
        {
            Present(userPool.ProviderName, nameof(userPool.ProviderName));
            Plain(userPool.ClientId, nameof(userPool.ClientId));
        }
    }

    private static void PoolId(string? id)
    {
        const string Member = nameof(DescribeIdentityPoolResponse.IdentityPoolId);
        if (!IdentityPoolId.IsWellFormed(Present(id, Member)))
        {
            throw Lacks(Member);
        }
    }

    private static void Mappings(Dictionary<string, Amazon.CognitoIdentity.Model.RoleMapping>? mappings)
    {
        foreach (var mapping in (mappings ?? []).Values)
        {
            Present(Present(mapping, nameof(GetIdentityPoolRolesResponse.RoleMappings)).Type?.Value, nameof(mapping.Type));
            foreach (var rule in Items(mapping.RulesConfiguration?.Rules ?? [], nameof(mapping.RulesConfiguration.Rules)))
            {
                Present(rule.Claim, nameof(rule.Claim));
                Present(rule.MatchType?.Value, nameof(rule.MatchType));
                Present(rule.Value, nameof(rule.Value));
                Plain(rule.RoleARN, nameof(rule.RoleARN));
            }
        }
    }

    private static void Client(UserPoolClientType? client, string? userPoolId, string? clientId)
    {
        Present(client, nameof(DescribeUserPoolClientResponse.UserPoolClient));
        Same(userPoolId, client!.UserPoolId, nameof(client.UserPoolId));
        Same(clientId ?? client.ClientId, Plain(client.ClientId, nameof(client.ClientId)), nameof(client.ClientId));
        Present(client.ClientName, nameof(client.ClientName));
    }

    private static void Role(Role? role, string? name)
    {
        Present(role, nameof(GetRoleResponse.Role));
        SameName(name, role!.RoleName, nameof(role.RoleName));
        Plain(role.Arn, nameof(role.Arn));
        Tags(role.Tags);
    }

    private static void Tags(List<Amazon.IdentityManagement.Model.Tag>? tags)
    {
        foreach (var tag in Items(tags ?? [], nameof(Amazon.IdentityManagement.Model.Role.Tags)))
        {
            Present(tag.Key, nameof(tag.Key));
        }
    }

    /// <summary>IAM says of every page whether another follows; one that is cut without a marker would be a list that lost its end.</summary>
    private static void Page(bool? isTruncated, string? marker)
    {
        if (Present(isTruncated, nameof(ListRolesResponse.IsTruncated)) == true)
        {
            Present(marker, nameof(ListRolesResponse.Marker));
        }
    }

    /// <summary>Credentials that ended long ago are those of another answer. The clock of a machine may be wrong, so a day is none.</summary>
    private static void Alive(DateTime? expiration, string member)
    {
        var end = Present(expiration, member)!.Value.ToUniversalTime();
        var now = DateTime.UtcNow;
        if (end < now.AddDays(-1))
        {
            throw new CallException(nameof(Messages.InvalidAnswer), MessageText.Format(nameof(Messages.AnswerExpired), member, $"{end:u}", $"{now:u}"));
        }
    }

    private static void Secret(string? value, string member)
    {
        if (Plain(value, member).Length > LongestSecret)
        {
            throw new CallException(nameof(Messages.InvalidAnswer), MessageText.Format(nameof(Messages.AnswerSecretTooLong), member, LongestSecret));
        }
    }

    private static void Maps(params Dictionary<string, string>?[] maps)
    {
        foreach (var entry in maps.OfType<Dictionary<string, string>>().SelectMany(map => map))
        {
            Present(entry.Value, entry.Key);
        }
    }

    private static void Lists(params List<string>?[] lists)
    {
        foreach (var item in lists.OfType<List<string>>().SelectMany(list => list))
        {
            Present(item, "value of a list");
        }
    }

    private static List<T> Items<T>(List<T>? items, string member)
        where T : class => items is not null && items.TrueForAll(item => item is not null) ? items : throw Lacks(member);

    private static T Present<T>(T? value, string member) => value is null or "" ? throw Lacks(member) : value;

    /// <summary>What AWS makes, ids, keys and ARNs, is of printable ASCII; anything else would be drawn or run by who shows it.</summary>
    private static string Plain(string? value, string member) =>
        Present(value, member)!.All(character => character is > ' ' and <= '~') ? value! : throw Lacks(member);

    private static void SameName(string? asked, string? answered, string member)
    {
        if (!string.Equals(asked, Present(answered, member), StringComparison.OrdinalIgnoreCase))
        {
            throw Another(asked, answered, member);
        }
    }

    private static void Same<T>(T? asked, T? answered, string member)
    {
        if (!EqualityComparer<T>.Default.Equals(asked, Present(answered, member)))
        {
            throw Another(asked, answered, member);
        }
    }

    private static CallException Another(object? asked, object? answered, string member) =>
        new(nameof(Messages.AnswerOfAnother), member, LongText.Cut($"{answered}"), $"{asked}");

    private static CallException Lacks(string member) =>
        new(nameof(Messages.InvalidAnswer), MessageText.Format(nameof(Messages.AnswerLacks), LongText.Cut(member)));
}
