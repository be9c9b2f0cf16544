using IdentityPools.Model;
using IdentityPools.Policies;

namespace IdentityPools.Sandbox.Iam;

/// <summary>What the trust policy of a role has to fulfil.</summary>
/// <param name="Partition">The partition of the account.</param>
/// <param name="AccountId">The account.</param>
/// <param name="RoleExists">Whether the account has a role of that ARN.</param>
internal sealed record TrustRules(string Partition, string AccountId, Func<string, bool> RoleExists)
{
    private static readonly string[] Actions =
    [
        "sts:AssumeRole",
        "sts:AssumeRoleWithSAML",
        "sts:AssumeRoleWithWebIdentity",
        "sts:SetContext",
        "sts:SetSourceIdentity",
        "sts:TagSession",
    ];

    /// <summary>Checks a trust policy.</summary>
    public void Check(string document)
    {
        var policy = PolicyReader.Read(document, PolicySyntax.Trust);
        foreach (var statement in policy.Statements)
        {
            CheckShape(statement);
        }

        StatementRules.Check(policy, PolicySyntax.Trust);
        foreach (var statement in policy.Statements)
        {
            CheckActions(statement);
            CheckPrincipals(statement);
        }
    }

    private static void CheckShape(ParsedStatement statement)
    {
        if (statement.Resources is not null)
        {
            throw new MalformedPolicyException(PolicySyntax.Trust.Prohibited("Resource"));
        }

        if (statement.NotResources is not null)
        {
            throw new MalformedPolicyException(PolicySyntax.Trust.Prohibited("NotResource"));
        }

        if ((statement.Principals ?? statement.NotPrincipals) is not { Count: > 0 })
        {
            throw new MalformedPolicyException(PolicySyntax.Trust.Missing("Principal"));
        }
    }

    private static void CheckActions(ParsedStatement statement)
    {
        if (
            (statement.Actions ?? statement.NotActions)!.Any(action =>
                !Actions.Any(known => Wildcard.Matches(action, known, ignoreCase: true)) || action == "*"
            )
        )
        {
            throw new MalformedPolicyException("AssumeRole policy may only specify STS AssumeRole actions.");
        }
    }

    private void CheckPrincipals(ParsedStatement statement)
    {
        foreach (var principal in (statement.Principals ?? statement.NotPrincipals)!)
        {
            if (!IsValid(principal))
            {
                throw new MalformedPolicyException($"Invalid principal in policy: \"{principal.Kind.ToUpperInvariant()}\":\"{principal.Name}\"");
            }

            if (IsIdentityPoolPrincipal(principal) && statement.Conditions.Count == 0)
            {
                throw new MalformedPolicyException("A condition block must be present for the Cognito provider");
            }
        }
    }

    /// <summary>The identity-pool principal of any partition; without a condition every identity pool of every account could use the role.</summary>
    private static bool IsIdentityPoolPrincipal(PolicyPrincipal principal) =>
        principal.Kind == TrustPolicy.Federated && AwsPartition.IsTrustPrincipal(principal.Name);

    private bool IsValid(PolicyPrincipal principal) =>
        principal.Kind switch
        {
            "AWS" => IsAwsPrincipal(principal.Name),
            "Service" => IsService(principal.Name),
            TrustPolicy.Federated => IsFederated(principal.Name),
            _ => false,
        };

    private bool IsAwsPrincipal(string name)
    {
        if (name == "*" || IsAccount(name))
        {
            return true;
        }

        var parts = name.Split(':', 6);
        return parts is ["arn", _, "iam" or "sts", "", _, _]
            && parts[1] == Partition
            && IsAccount(parts[4])
            && (parts[4] != AccountId || !parts[5].StartsWith("role/", StringComparison.Ordinal) || RoleExists(name));
    }

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static bool IsService(string name) =>
        name.EndsWith(".amazonaws.com", StringComparison.Ordinal)
        || name.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal)
        || name.EndsWith(".amazon.com", StringComparison.Ordinal);

    private bool IsFederated(string name)
    {
        if (name.StartsWith("arn:", StringComparison.Ordinal))
        {
            return IsProvider(name);
        }

        if (Uri.CheckHostName(name) != UriHostNameType.Dns || !name.Contains('.', StringComparison.Ordinal))
        {
            throw new MalformedPolicyException("Federated principals must be valid domain names or SAML metadata ARNs");
        }

        return LoginProvider.Urls.Contains(name) || IsIdentityPools(name);
    }

    private bool IsProvider(string name)
    {
        var parts = name.Split(':', 6);
        var kind = parts is ["arn", _, "iam", "", _, _] ? parts[5].Split('/', 2) : [];
        return kind is ["oidc-provider" or "saml-provider", { Length: > 0 }]
            ? parts[1] == Partition && parts[4] == AccountId
            : throw new MalformedPolicyException("Federated principals must be valid domain names or SAML metadata ARNs");
    }

    /// <summary>The identity-pool principals differ between the regions of one partition; each of them is good in all of it.</summary>
    private bool IsIdentityPools(string name) =>
        Partition switch
        {
            "aws" => name == AwsPartition.Commercial.TrustPrincipal,
            "aws-us-gov" => name == AwsPartition.OfRegion("us-gov-west-1").TrustPrincipal || name == AwsPartition.OfRegion("us-gov-east-1").TrustPrincipal,
            "aws-cn" => AwsPartition.IsTrustPrincipal(name) && name.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal),
            _ => AwsPartition.IsTrustPrincipal(name) && name.EndsWith(".amazonaws.eu", StringComparison.Ordinal),
        };
}
