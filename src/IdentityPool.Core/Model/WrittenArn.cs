using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>
/// What is asked of an ARN that a user writes, beyond its form. AWS stores many an ARN that names nothing; a permission on it says nothing, and a role by it
/// is refused at the last call only. ARNs that AWS or a template of others has are not refused, but may be spoken of.
/// </summary>
internal static class WrittenArn
{
    private const int AccountDigits = 12;

    /// <summary>Services whose ARNs have no region.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html, resource types.</remarks>
    private static readonly HashSet<string> WithoutRegion = new(StringComparer.Ordinal)
    {
        "account",
        "budgets",
        "ce",
        "cloudfront",
        "globalaccelerator",
        "iam",
        "networkmanager",
        "organizations",
        "route53",
        "savingsplans",
        "shield",
        "sts",
        "waf",
    };

    /// <summary>Services whose ARNs always have one, with the exceptions; those that users of an app work with.</summary>
    /// <remarks>As above.</remarks>
    private static readonly Dictionary<string, string?> WithRegion = new(StringComparer.Ordinal)
    {
        ["appsync"] = null,
        ["cognito-identity"] = null,
        ["cognito-idp"] = null,
        ["cognito-sync"] = null,
        ["dynamodb"] = "global-table/",
        ["execute-api"] = null,
        ["firehose"] = null,
        ["geo"] = null,
        ["iot"] = null,
        ["kinesis"] = null,
        ["kinesisvideo"] = null,
        ["kms"] = null,
        ["lambda"] = null,
        ["logs"] = null,
        ["rum"] = null,
        ["secretsmanager"] = null,
        ["sns"] = null,
        ["sqs"] = null,
        ["ssm"] = null,
        ["states"] = null,
    };

    /// <summary>What of Amazon S3 belongs to an account and mostly to a region; buckets and objects belong to neither.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html, resource types.</remarks>
    private static readonly string[] OwnedInS3 = ["accesspoint/", "access-grants/", "async-request/", "job/", "storage-lens/", "storage-lens-group/"];

    /// <summary>An ARN, or anything else, which passes.</summary>
    /// <exception cref="DefinitionException">It is an ARN that names nothing.</exception>
    public static TemplateValue Check(TemplateValue value) => Error(value) is { } error ? throw error : value;

    /// <summary>The ARN of one thing of IAM, which is always of an account.</summary>
    /// <exception cref="DefinitionException">It names nothing.</exception>
    public static TemplateValue CheckEntity(TemplateValue value) => EntityError(value) is { } error ? throw error : value;

    public static DefinitionException? EntityError(TemplateValue value) =>
        Error(value) ?? (Read(value) is { } arn && !IsAccount(arn.Account) ? AccountError(value, arn) : null);

    /// <summary>Why an ARN names nothing; null where nothing speaks against it, and for what is not an ARN.</summary>
    public static DefinitionException? Error(TemplateValue value) => Read(value) is { } arn ? PlaceError(value, arn) ?? OwnerError(value, arn) : null;

    /// <summary>The region of an ARN, where it is one that this version does not know.</summary>
    public static string? UnknownRegion(TemplateValue value) =>
        Read(value) is { Region: { Length: > 0 } region } && IsLiteral(region) && !AwsRegion.Known.Contains(region) ? region : null;

    private static Arn? Read(TemplateValue value) =>
        value.Literal is { } text && Arn.LooksLike(text) && text.Split(':', 6) is { Length: 6 } parts
            ? new(parts[1], parts[2], parts[3], parts[4], parts[5])
            : null;

    private static DefinitionException? PlaceError(TemplateValue value, Arn arn)
    {
        if (IsLiteral(arn.Partition) && !AwsPartition.Names.Contains(arn.Partition))
        {
            return Values.DefinitionErrors.Create(
                nameof(Messages.ArnPartition),
                value,
                value,
                arn.Partition,
                NearMiss.Closest(arn.Partition, AwsPartition.Names)
            );
        }

        if (arn.Region.Length == 0)
        {
            return
                WithRegion.TryGetValue(arn.Service, out var exception)
                && IsLiteral(arn.Resource[..Math.Min(1, arn.Resource.Length)])
                && (exception is null || !arn.Resource.StartsWith(exception, StringComparison.Ordinal))
                ? Values.DefinitionErrors.Create(nameof(Messages.ArnWithoutRegion), value, value, arn.Service)
                : null;
        }

        if (!IsLiteral(arn.Region))
        {
            return null;
        }

        return WithoutRegion.Contains(arn.Service) || IsBucket(arn)
                ? Values.DefinitionErrors.Create(nameof(Messages.ArnWithRegion), value, value, arn.Region, arn.Service, WithoutPlace(arn))
            : !AwsRegion.IsPossible(arn.Region)
                ? Values.DefinitionErrors.Create(nameof(Messages.ArnRegion), value, value, arn.Region, NearMiss.Closest(arn.Region, AwsRegion.Known))
            : IsLiteral(arn.Partition) && AwsPartition.OfRegion(arn.Region).Name is var partition && partition != arn.Partition
                ? Values.DefinitionErrors.Create(nameof(Messages.ArnPartitionOfRegion), value, value, arn.Region, partition, arn.Partition)
            : null;
    }

    private static DefinitionException? OwnerError(TemplateValue value, Arn arn) =>
        arn.Account.Length == 0 || !IsLiteral(arn.Account) ? null
        : IsBucket(arn) ? Values.DefinitionErrors.Create(nameof(Messages.ArnWithAccount), value, value, arn.Account, WithoutPlace(arn))
        : IsAccount(arn.Account) ? null
        : AccountError(value, arn);

    private static DefinitionException AccountError(TemplateValue value, Arn arn) =>
        Values.DefinitionErrors.Create(nameof(Messages.ArnAccountId), value, value, arn.Account);

    /// <summary>Twelve digits, or AWS itself.</summary>
    private static bool IsAccount(string text) => text == "aws" || (text.Length == AccountDigits && text.All(char.IsAsciiDigit));

    /// <summary>The ARN as it is to be written: without what a service has none of.</summary>
    private static Arn WithoutPlace(Arn arn) => arn with { Region = "", Account = IsBucket(arn) ? "" : arn.Account };

    private static bool IsBucket(Arn arn) =>
        arn.Service == "s3"
        && IsLiteral(arn.Resource[..Math.Min(1, arn.Resource.Length)])
        && !Array.Exists(OwnedInS3, kind => arn.Resource.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>Whether a part means itself: no wildcard, no policy variable.</summary>
    private static bool IsLiteral(string part) => !part.Contains('$', StringComparison.Ordinal) && !PolicyVariables.HasWildcard(part);
}

/// <summary>What is asked of the issuer of an OpenID Connect provider that a user writes, beyond its form.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html: no port, no query; tokens name it in <c>iss</c>.</remarks>
internal static class WrittenIssuer
{
    /// <exception cref="DefinitionException">IAM takes no such issuer.</exception>
    public static TemplateValue Check(TemplateValue value) => Error(value) is { } error ? throw error : value;

    /// <summary>Why IAM takes no such issuer, given as a URL or within the ARN of its provider; null where nothing speaks against it.</summary>
    public static DefinitionException? Error(TemplateValue value)
    {
        if (value.Literal is not { } text)
        {
            return null;
        }

        var issuer = IssuerName.OfArn(text) ?? (text.StartsWith(IssuerName.Scheme, StringComparison.OrdinalIgnoreCase) ? IssuerName.OfUrl(text) : "");
        var host = issuer.Split('/', '?', '#')[0];
        return host.Contains(':', StringComparison.Ordinal) && !host.Contains('@', StringComparison.Ordinal)
                ? Values.DefinitionErrors.Create(nameof(Messages.OpenIdConnectPort), text, text, host[..host.IndexOf(':', StringComparison.Ordinal)])
            : host.Contains('@', StringComparison.Ordinal) || issuer.Contains('#', StringComparison.Ordinal)
                ? Values.DefinitionErrors.Create(nameof(Messages.InvalidOpenIdConnectUrl), text, text)
            : null;
    }
}

/// <summary>What is asked of a user pool that a user names, beyond its form: that it can exist.</summary>
internal static class WrittenUserPool
{
    /// <param name="value">Its id, ARN or provider name, or a function, which passes.</param>
    /// <returns>The user pool.</returns>
    /// <exception cref="DefinitionException">There can be no such user pool.</exception>
    public static UserPool Check(TemplateValue value)
    {
        var userPool = UserPool.Existing(WrittenArn.Check(value));
        return userPool.TypedId?.Literal is { } id && AwsRegion.Error(UserPool.RegionOf(id)) is { } error
            ? throw DefinitionErrors.CreateWithSentence(error.ErrorId, nameof(Messages.UserPoolOfRegion), value, value, error.Message)
            : userPool;
    }

    /// <summary>What is not known of it, though it may exist; null where nothing speaks against it.</summary>
    public static string? Doubt(UserPool userPool) =>
        userPool.TypedId?.Literal is { } id && UserPool.RegionOf(id) is var region && !AwsRegion.Known.Contains(region) ? AwsRegion.Doubt(region) : null;
}
