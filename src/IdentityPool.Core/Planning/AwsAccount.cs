using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>The account and region that is worked in.</summary>
internal sealed record AwsAccount(string Id, string Region)
{
    public AwsPartition Partition { get; } = AwsPartition.OfRegion(Region);

    /// <summary>The ARN of whoever calls.</summary>
    public string? CallerArn { get; init; }

    /// <summary>The profile that the credentials come from, if they come from one.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Whether this is an in-memory account.</summary>
    public bool IsSandbox { get; init; }

    public static string CheckId(string id) =>
        id.Length == 12 && id.All(char.IsAsciiDigit) ? id : throw DefinitionErrors.Create(nameof(Messages.InvalidAccountId), id, id);

    public string PoolArn(string poolId) => $"arn:{Partition.Name}:cognito-identity:{Region}:{Id}:identitypool/{poolId}";

    public string UserPoolArn(string userPoolId) => UserPoolArn(UserPool.RegionOf(userPoolId), userPoolId);

    public string UserPoolArn(string region, string userPoolId) => $"arn:{Partition.Name}:cognito-idp:{region}:{Id}:userpool/{userPoolId}";

    public string RoleArn(string path, string name) => $"arn:{Partition.Name}:iam::{Id}:role{path}{name}";

    public string OpenIdConnectProviderArn(string url) => $"arn:{Partition.Name}:iam::{Id}:{IssuerName.Resource}{IssuerName.OfUrl(url)}";

    public string SamlProviderArn(string name) => $"arn:{Partition.Name}:iam::{Id}:saml-provider/{name}";

    /// <summary>Whether an ARN names something of this account.</summary>
    public bool Owns(string arn) => Arn.Parse(arn).Account == Id;

    /// <exception cref="DefinitionException">The pool is known to be of another account.</exception>
    public void CheckOwns(IdentityPool pool)
    {
        if (pool.Arn is { } arn)
        {
            CheckOwns(arn, pool);
        }
    }

    /// <exception cref="DefinitionException">The ARN names a pool of another account.</exception>
    public void CheckOwns(string arn, object target)
    {
        if (!Owns(arn))
        {
            throw DefinitionErrors.Create(nameof(Messages.IdentityPoolOfAnotherAccount), target, arn, Arn.Parse(arn).Account, Id);
        }
    }

    /// <summary>
    /// The ARN of something that a definition points to, if it is of this account. Calls take names and not ARNs: what is of another account would be looked
    /// for, and written to, under the same name here.
    /// </summary>
    /// <exception cref="DefinitionException">The ARN is of another account.</exception>
    public string OwnPart(string arn, IdentityPool definition, string place) =>
        Owns(arn) ? arn : throw DefinitionErrors.Create(nameof(Messages.PartOfAnotherAccount), definition, definition, place, arn, Arn.Parse(arn).Account, Id);

    /// <summary>The same for a managed policy, which may also be one of AWS.</summary>
    /// <exception cref="DefinitionException">The ARN is of another account.</exception>
    public string OwnPolicy(string arn, IdentityPool definition, string place) =>
        Arn.Parse(arn).Account == Arn.AwsAccount ? arn : OwnPart(arn, definition, place);

    /// <summary>What a pseudo parameter of CloudFormation stands for here, or null for another name.</summary>
    public string? PseudoParameter(string name) =>
        name switch
        {
            "AWS::AccountId" => Id,
            "AWS::Region" => Region,
            "AWS::Partition" => Partition.Name,
            "AWS::URLSuffix" => Partition.DnsSuffix,
            _ => null,
        };

    /// <summary>Region, account and profile, for people.</summary>
    public override string ToString() =>
        IsSandbox ? MessageText.Format(nameof(Messages.PlaceInSandbox), Region, Id)
        : ProfileName is null ? MessageText.Format(nameof(Messages.Place), Region, Id)
        : MessageText.Format(nameof(Messages.PlaceWithProfile), Region, Id, ProfileName);
}
