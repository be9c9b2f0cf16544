using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>The parts of an Amazon resource name.</summary>
/// <param name="Partition">aws, aws-cn, aws-us-gov ...</param>
/// <param name="Service">The service, <c>iam</c> for example.</param>
/// <param name="Region">The region; empty for global services.</param>
/// <param name="Account">The account id; empty where the resource belongs to none.</param>
/// <param name="Resource">The rest, colons included.</param>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html</remarks>
internal sealed record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    /// <summary>What stands for the account in the name of something that AWS keeps for all accounts, such as a managed policy.</summary>
    public const string AwsAccount = "aws";

    /// <summary>The last part of the resource's path: the name of a role, the id of a pool.</summary>
    public string Name => Resource[(Resource.LastIndexOf('/') + 1)..];

    public static bool LooksLike(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    public static Arn Parse(string text)
    {
        var parts = text.Split(':', 6);
        if (parts.Length < 6 || parts[0] != "arn" || parts[1].Length == 0 || parts[2].Length == 0 || parts[5].Length == 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidArn), text, text);
        }

        return new(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /// <summary>An ARN that has to be of one service and kind of resource.</summary>
    /// <param name="value">The ARN; a function passes.</param>
    /// <param name="service">The service it has to name.</param>
    /// <param name="resourcePrefix">What its resource has to begin with.</param>
    /// <param name="errorId">The fault, whose sentence takes the ARN.</param>
    /// <param name="mayEndInSlash">Whether the name may have a slash at its end.</param>
    public static TemplateValue Check(TemplateValue value, string service, string resourcePrefix, string errorId, bool mayEndInSlash = false)
    {
        if (value.Literal is { } text)
        {
            if (!LooksLike(text))
            {
                throw DefinitionErrors.Create(errorId, text, text);
            }

            var arn = Parse(text);
            if (arn.Service != service || !arn.Resource.StartsWith(resourcePrefix, StringComparison.Ordinal) || !IsName(arn.Resource[resourcePrefix.Length..]))
            {
                throw DefinitionErrors.Create(errorId, text, text);
            }

            Limits.Arn.Check(text);
        }

        return value;

        bool IsName(string name) => name.Length > 0 && name[0] != '/' && (mayEndInSlash || name[^1] != '/');
    }

    /// <inheritdoc/>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}
