using AchieveApex.Lists;

return await Plan.Run(
    args,
    async plan =>
    {
        await using var stage = await Stage.Set(plan);
        var measured = await Measurement.Of(await ListCases.Of(stage), stage, plan.Rounds);
        Console.WriteLine(Table.Of(measured));
    }
);
