using IdentityPools.Validation;

namespace IdentityPools.Planning;

/// <summary>The account and region that is worked in.</summary>
internal sealed record AwsAccount(string Id, string Region)
{
    public AwsPartition Partition { get; } = AwsPartition.OfRegion(Region);

    public static string CheckId(string id) => id.Length == 12 && id.All(char.IsAsciiDigit) ? id : throw Fault.Of(nameof(Messages.InvalidAccountId), id, id);

    public string PoolArn(string poolId) => $"arn:{Partition.Name}:cognito-identity:{Region}:{Id}:identitypool/{poolId}";

    public string UserPoolArn(string userPoolId) => $"arn:{Partition.Name}:cognito-idp:{UserPool.RegionOf(userPoolId)}:{Id}:userpool/{userPoolId}";

    public string RoleArn(string path, string name) => $"arn:{Partition.Name}:iam::{Id}:role{path}{name}";

    public string OpenIdConnectProviderArn(string url) => $"arn:{Partition.Name}:iam::{Id}:oidc-provider/{url["https://".Length..].TrimEnd('/')}";

    public string SamlProviderArn(string name) => $"arn:{Partition.Name}:iam::{Id}:saml-provider/{name}";

    /// <summary>Whether an ARN names something of this account.</summary>
    public bool Owns(string arn) => Arn.Parse(arn).Account == Id;

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
}
