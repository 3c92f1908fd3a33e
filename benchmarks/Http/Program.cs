using AchieveApex.Http;

return await Plan.Run(
    args,
    async plan =>
    {
        await using var stage = await Stage.Set(plan.Contacts);
        await Agreement.Check(stage);
        var results = new List<Result>();
        foreach (var work in Work.All.Where(work => plan.Includes(work.Name)))
            results.Add(await Match.Play(work, stage, plan));

        Console.WriteLine(Table.Of(results));
    }
);
