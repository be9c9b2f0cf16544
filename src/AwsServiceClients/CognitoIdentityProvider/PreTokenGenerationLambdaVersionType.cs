using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class PreTokenGenerationLambdaVersionType : ConstantClass
{
    public static readonly PreTokenGenerationLambdaVersionType V1_0 = new("V1_0");
    public static readonly PreTokenGenerationLambdaVersionType V2_0 = new("V2_0");
    public static readonly PreTokenGenerationLambdaVersionType V3_0 = new("V3_0");

    public PreTokenGenerationLambdaVersionType(string value)
        : base(value) { }

    public static PreTokenGenerationLambdaVersionType FindValue(string value) => FindValue<PreTokenGenerationLambdaVersionType>(value);

    public static implicit operator PreTokenGenerationLambdaVersionType(string value) => FindValue(value);
}
