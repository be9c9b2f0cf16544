using IdentityPools.Policies;

namespace IdentityPools.Sandbox.Iam;

/// <summary>What a policy has to fulfil that grants permissions to a role.</summary>
internal static class PermissionRules
{
    private static readonly string[] Partitions = ["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "*"];

    /// <summary>Checks an inline policy.</summary>
    public static void Check(string document)
    {
        _ = Read(document);
    }

    /// <summary>Checks a managed policy, which has to be written in today's version of the language.</summary>
    public static void CheckManaged(string document)
    {
        if (Read(document).Version != "2012-10-17")
        {
            throw new MalformedPolicyException("Policy document must be version 2012-10-17 or greater.");
        }
    }

    private static ParsedPolicy Read(string document)
    {
        var policy = PolicyReader.Read(document, PolicySyntax.Permissions);
        if (policy.Statements.Any(statement => (statement.Principals ?? statement.NotPrincipals) is not null))
        {
            throw new MalformedPolicyException("Policy document should not specify a principal.");
        }

        StatementRules.Check(policy, PolicySyntax.Permissions);
        foreach (var statement in policy.Statements)
        {
            CheckResources(statement.Resources ?? statement.NotResources);
        }

        return policy;
    }

    private static void CheckResources(IReadOnlyList<string>? resources)
    {
        if (resources is not { Count: > 0 })
        {
            throw new MalformedPolicyException(PolicySyntax.Permissions.Missing("Resource"));
        }

        foreach (var resource in resources.Where(resource => resource != "*"))
        {
            CheckResource(resource);
        }
    }

    private static void CheckResource(string resource)
    {
        var parts = resource.Split(':', 6);
        if (parts[0] != "arn" || parts.Length < 2)
        {
            throw new MalformedPolicyException($"Resource {resource} must be in ARN format or \"*\".");
        }

        if (!Partitions.Contains(parts[1], StringComparer.Ordinal))
        {
            throw new MalformedPolicyException($"Partition \"{parts[1]}\" is not valid for resource \"{resource}\".");
        }

        if (parts.Length < 6)
        {
            throw new MalformedPolicyException("The policy failed legacy parsing");
        }

        if (parts[2].Length == 0 || parts[2].AsSpan().ContainsAny('*', '?'))
        {
            throw new MalformedPolicyException("Resource vendor must be fully qualified and cannot contain regexes.");
        }
    }
}
