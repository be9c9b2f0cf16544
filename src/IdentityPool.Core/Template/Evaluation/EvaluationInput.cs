using IdentityPools.Model;

namespace IdentityPools.Template;

/// <summary>What a template is evaluated with.</summary>
internal sealed record EvaluationInput
{
    /// <summary>The values of parameters, also those that are not in the template; null: parameters stay as they are.</summary>
    public IReadOnlyDictionary<string, TemplateNode>? Parameters { get; init; }

    /// <summary>The region that the template is deployed to; null where it is not known.</summary>
    public string? Region { get; init; }

    /// <summary>The account that the template is deployed to; null where it is not known.</summary>
    public string? AccountId { get; init; }

    /// <summary>Whether there is anything to evaluate with.</summary>
    public bool IsEmpty => Parameters is null && Region is null && AccountId is null;

    /// <summary>What a pseudo parameter stands for; null where only a stack knows it.</summary>
    /// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html</remarks>
    public string? PseudoParameter(string name) =>
        name switch
        {
            "AWS::AccountId" => AccountId,
            "AWS::Region" => Region,
            "AWS::Partition" => Region is null ? null : AwsPartition.OfRegion(Region).Name,
            "AWS::URLSuffix" => Region is null ? null : AwsPartition.OfRegion(Region).DnsSuffix,
            _ => null,
        };
}

/// <summary>Something that a template says and that is not known before it is deployed.</summary>
/// <param name="Resource">The logical id of the resource that says it.</param>
/// <param name="Place">Where, from the logical id on.</param>
/// <param name="Name">The function, the pseudo parameter or the parameter.</param>
/// <param name="IsMissing">Whether it is a parameter to which a value could be given.</param>
internal readonly record struct UnknownValue(string Resource, string Place, string Name, bool IsMissing);

/// <summary>A template with the values of its parameters, conditions and mappings in it.</summary>
/// <param name="Root">The tree; what is not known stands there as the function that it was.</param>
/// <param name="Unknown">What is not known, in the order of the template.</param>
/// <param name="Secrets">The values of parameters with <c>NoEcho</c>, which do not stand in the tree.</param>
internal sealed record EvaluatedTemplate(TemplateNode Root, ValueList<UnknownValue> Unknown, IReadOnlyDictionary<string, ProviderSecret> Secrets);
