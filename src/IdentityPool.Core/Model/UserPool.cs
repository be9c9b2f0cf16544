using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A Cognito user pool: one that exists and is named by its id, or one that is created with the identity pool.</summary>
public sealed record UserPool : IDefinition
{
    private UserPool() { }

    /// <summary>Whether the user pool is created with the identity pool.</summary>
    public bool IsManaged => TypedId is null;

    /// <summary>The id of a user pool that exists, such as <c>eu-west-1_Ab1Cd2Ef3</c>, or a function that gives it.</summary>
    public object? Id => TypedId?.Plain;

    internal TemplateValue? TypedId { get; private init; }

    /// <summary>The name of a user pool that is created; left out, CloudFormation makes one up.</summary>
    public object? Name => TypedName?.Plain;

    internal TemplateValue? TypedName { get; private init; }

    /// <summary>Whether people may create an account themselves. AWS's own default is that they may.</summary>
    public bool? AllowSelfSignUp { get; private init; }

    /// <summary>Fewest characters of a password, 6 to 99.</summary>
    public int? PasswordMinimumLength { get; private init; }

    /// <summary>The tags of a user pool that is created.</summary>
    public ValueMap<object> Tags => TypedTags.Plain();

    internal ValueMap<TemplateValue> TypedTags { get; private init; } = ValueMap<TemplateValue>.Empty;

    /// <summary>The logical id in a template; made from the name when it is not set.</summary>
    public string? LogicalId { get; private init; }

    /// <summary>What happens to the user pool when it leaves its stack.</summary>
    public DeletionPolicy? DeletionPolicy { get; private init; }

    /// <summary>Properties of an imported template that have no parameter here; they are kept as they are.</summary>
    internal TemplateMapping AdditionalProperties { get; private init; } = [];

    /// <summary>The name that the identity pool knows the user pool by, <c>cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3</c>; null while it depends on deployment.</summary>
    public string? ProviderName => TypedId?.Literal is { } id ? ProviderNameOf(id) : null;

    /// <summary>The part of a logical id that stands for this user pool.</summary>
    internal string LogicalPart =>
        TypedId is { Literal: { } id } ? LogicalName.From(id)
        : TypedId is not null ? LogicalName.From(ProviderNameFunction ?? TypedId)
        : LogicalId ?? (TypedName is null ? "UserPool" : LogicalName.From(TypedName));

    /// <summary>The logical id of the resource when the user pool is created.</summary>
    internal string ResourceId => LogicalId ?? DefaultLogicalId(TypedName);

    /// <summary>The function that gives the provider name where the user named the pool by one, recovered from the shape of <see cref="Id"/>.</summary>
    internal TemplateValue? ProviderNameFunction =>
        Intrinsic.Attribute(TypedId?.Node) is { Attribute: "UserPoolId" } attribute
            ? TemplateValue.FromNode(Intrinsic.AttributeOf(attribute.Resource, "ProviderName"))
        : Intrinsic.Argument(TypedId?.Node, Intrinsic.Select) is TemplateSequence { Items: [TemplateScalar { Text: "1" }, var split] }
        && Intrinsic.Argument(split, Intrinsic.Split) is TemplateSequence { Items: [TemplateScalar { Text: "/" }, TemplateMapping source] }
            ? TemplateValue.FromNode(source)
        : null;

    /// <summary>A user pool that exists.</summary>
    /// <param name="value">Its id, ARN or provider name, or a function: the id, unless it is a <c>Fn::GetAtt</c> of <c>ProviderName</c> or <c>Arn</c>.</param>
    /// <returns>The user pool; the same for every way to name it.</returns>
    /// <exception cref="DefinitionException">The text is none of these.</exception>
    public static UserPool Existing(TemplateValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Literal is { } text)
        {
            return new() { TypedId = IdOf(text) };
        }

        RefuseUrl(value);
        return Intrinsic.Attribute(value.Node) is { Attribute: "ProviderName" or "Arn" or "UserPoolId" } attribute
            ? new() { TypedId = TemplateValue.FromNode(Intrinsic.AttributeOf(attribute.Resource, "UserPoolId")) }
            : new() { TypedId = value };
    }

    /// <summary>A user pool whose provider name is known by a function only, as in an imported template.</summary>
    internal static UserPool OfProviderName(TemplateValue function) =>
        Intrinsic.Attribute(function.Node) is not null
            ? Existing(function)
            : new() { TypedId = TemplateValue.FromNode(Intrinsic.SelectOf(1, Intrinsic.SplitOf("/", function.Node))) };

    /// <summary>A user pool that is created with the identity pool.</summary>
    internal static UserPool Define(
        TemplateValue? name,
        bool? allowSelfSignUp = null,
        int? passwordMinimumLength = null,
        ValueMap<TemplateValue>? tags = null,
        string? logicalId = null,
        DeletionPolicy? deletionPolicy = null,
        TemplateMapping? additionalProperties = null
    )
    {
        if (passwordMinimumLength is { } length && (length < Limits.PasswordLength.Minimum || length > Limits.PasswordLength.Maximum))
        {
            throw DefinitionErrors.Create(
                nameof(Messages.InvalidPasswordMinimumLength),
                length,
                length,
                Limits.PasswordLength.Minimum,
                Limits.PasswordLength.Maximum
            );
        }

        if (name is not null)
        {
            Limits.UserPoolName.Check(name);
        }

        if (logicalId is not null)
        {
            Limits.LogicalId.Check(logicalId);
        }

        return new()
        {
            TypedName = name,
            AllowSelfSignUp = allowSelfSignUp,
            PasswordMinimumLength = passwordMinimumLength,
            TypedTags = tags ?? ValueMap<TemplateValue>.Empty,
            LogicalId = logicalId == DefaultLogicalId(name) ? null : logicalId,
            DeletionPolicy = deletionPolicy,
            AdditionalProperties = additionalProperties ?? [],
        };
    }

    /// <summary>Whether both are one user pool: <c>Ref</c> and <c>Fn::GetAtt</c> of one resource name the same pool.</summary>
    internal bool IsSamePool(UserPool other) => Identity.Equals(other.Identity);

    /// <summary>What two ways to name one user pool have in common, to look it up by.</summary>
    internal object Identity => (object?)ReferencedName ?? this;

    private string? ReferencedName => TypedId is null ? null : Intrinsic.RefName(TypedId.Node) ?? Intrinsic.Attribute(TypedId.Node)?.Resource;

    /// <summary>The id or the name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => (TypedId ?? TypedName)?.ToString() ?? ResourceId;

    /// <summary>Text as a user pool that exists, so that scripts can compare with an id.</summary>
    /// <param name="id">Id, ARN or provider name.</param>
    public static implicit operator UserPool(string id) => Existing(id);

    /// <summary>Text as a user pool that exists.</summary>
    /// <param name="id">Id, ARN or provider name.</param>
    /// <returns>The user pool.</returns>
    public static UserPool FromString(string id) => Existing(id);

    /// <summary>The region of an id.</summary>
    internal static string RegionOf(string id) => id[..id.IndexOf('_', StringComparison.Ordinal)];

    internal static string ProviderNameOf(string id) => ProviderNameOf(RegionOf(id), id);

    internal static string ProviderNameOf(string region, string id)
    {
        // China has no user pools; what is written of some there has the commercial suffix.
        var partition = AwsPartition.OfRegion(region);
        return $"cognito-idp.{region}.{(partition.Name == "aws-cn" ? AwsPartition.Commercial.DnsSuffix : partition.DnsSuffix)}/{id}";
    }

    /// <summary>Refuses a function that gives the URL of a user pool, which no identity pool takes.</summary>
    /// <exception cref="DefinitionException">It does.</exception>
    internal static void RefuseUrl(TemplateValue value)
    {
        if (Intrinsic.Attribute(value.Node) is { Attribute: "ProviderURL" } attribute)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.UserPoolIsUrl),
                value,
                value,
                TemplateValue.FromNode(Intrinsic.AttributeOf(attribute.Resource, "ProviderName"))
            );
        }
    }

    private static string DefaultLogicalId(TemplateValue? name) => name is null ? "UserPool" : LogicalName.From(name) + "UserPool";

    private static string IdOf(string text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw DefinitionErrors.Create(nameof(Messages.UserPoolIsUrl), text, text, text[8..]);
        }

        var id = text;
        string? statedRegion = null;
        if (Arn.LooksLike(text))
        {
            var arn = Arn.Parse(text);
            id = arn is { Service: "cognito-idp" } && arn.Resource.StartsWith("userpool/", StringComparison.Ordinal) ? arn.Name : "";
            statedRegion = arn.Region;
        }
        else if (IssuerName.IsOfUserPool(text))
        {
            id = text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..];
            statedRegion = text.Split('.')[1];
        }

        var underscore = id.IndexOf('_', StringComparison.Ordinal);
        if (
            underscore < 0
            || !AwsRegion.IsWellFormed(id[..underscore])
            || id.Length == underscore + 1
            || !id[(underscore + 1)..].All(char.IsAsciiLetterOrDigit)
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidUserPool), text, text);
        }

        Limits.UserPoolId.Check(id);
        return statedRegion is null || statedRegion == id[..underscore]
            ? id
            : throw DefinitionErrors.Create(nameof(Messages.UserPoolRegionMismatch), text, text, statedRegion, id[..underscore]);
    }
}
